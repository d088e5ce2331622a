public import Conversation
import FoundationEssentials
import Glibc

extension CallReference {
  /// How far speech may go on beyond a recording: times are rounded, and samples cut off.
  private static let slack = SampleTime(seconds: 0.3)

  /// Reads a reference: a JSON object with `speech`, RTTM, or Audacity labels.
  ///
  /// RTTM and labels name `agent` and `customer`; of other names the first is the agent, or the
  /// one that is not named. `-` is the standard input; a pipe is read like a file.
  public static func read(_ path: String) throws(ReadingError) -> CallReference {
    guard let bytes = contents(of: path) else {
      throw ReadingError(code: .unreadable, path: path)
    }
    guard !bytes.contains(0) else { throw ReadingError(code: .notText, path: path) }
    // Some editors begin a file with a mark that it is UTF-8.
    let data = Data(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
    let text = String(decoding: data, as: UTF8.self)
    let found: CallReference?
    if text.first(where: { !$0.isWhitespace }) == "{" {
      guard let labels = try? JSONDecoder().decode(Labels.self, from: data) else {
        throw ReadingError(code: .unknownFormat, path: path)
      }
      guard labels.isPossible else { throw ReadingError(code: .badTime, path: path) }
      if let number = labels.unknownOverlap {
        throw ReadingError(code: .badOverlap, path: path, line: number)
      }
      found = labels.reference
    } else {
      found = CallReference(speech: try SpeechLines(text, path: path).speech)
    }
    guard let found, found.speech != PartyPair(repeating: []) else {
      throw ReadingError(code: .unknownFormat, path: path)
    }
    return found
  }

  /// Throws where speech or an overlap lies beyond a recording of this length: it is another one's.
  public func check(against length: SampleTime, path: String) throws(ReadingError) {
    let intervals = Party.allCases.flatMap { speech[$0] }
    if intervals.contains(where: { length < $0.start }) {
      throw ReadingError(code: .otherRecording, path: path)
    }
    let onsets = (interruptions + unjudged).map(\.start)
    if intervals.contains(where: { length + Self.slack < $0.end })
      || onsets.contains(where: { length < $0 })
    {
      throw ReadingError(code: .beyondRecording, path: path)
    }
  }

  /// The bytes of a file, a pipe or the standard input; nil where they cannot be read.
  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        return nil
      }
      bytes += part[..<count]
    }
  }
}

extension CallReference {
  /// The JSON of a simulated call: agent first, times in seconds.
  private struct Labels: Decodable {
    struct Overlap: Decodable {
      var onset: Double
      var by: Int
      var kind: String
    }

    var speech: [[[Double]]]
    var overlaps: [Overlap]?

    /// Whether every time can be one of a recording.
    var isPossible: Bool {
      speech.joined().allSatisfy { $0.count == 2 && Interval(seconds: $0[0], $0[1]) != nil }
        && (overlaps ?? []).allSatisfy { Interval(seconds: $0.onset, $0.onset) != nil }
    }

    /// The first overlap, counted from 1, of a party or a kind that there is not.
    var unknownOverlap: Int? {
      let kinds = ["interruption", "backchannel", "terminal", "unlabelled"]
      let index = (overlaps ?? []).firstIndex {
        Party(rawValue: $0.by) == nil || !kinds.contains($0.kind)
      }
      return index.map { $0 + 1 }
    }

    var reference: CallReference? {
      guard speech.count == 2 else { return nil }
      let intervals = speech.map { segments in
        segments.compactMap { Interval(seconds: $0[0], $0[1]) }
      }
      let pair = PartyPair(agent: intervals[0], customer: intervals[1])
      guard let overlaps else { return CallReference(speech: pair) }
      func onsets(_ kind: String) -> [Onset] {
        overlaps.filter { $0.kind == kind }.compactMap { overlap in
          Party(rawValue: overlap.by).map {
            Onset(by: $0, start: SampleTime(seconds: overlap.onset))
          }
        }
      }
      return CallReference(
        speech: pair, interruptions: onsets("interruption"), unjudged: onsets("unlabelled"))
    }
  }
}
