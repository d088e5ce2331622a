public import Conversation
import FoundationEssentials

extension CallReference {
  /// An error thrown by reading a reference.
  public struct ReadingError: Error, CustomStringConvertible {
    /// The kind of fault.
    public enum Code: Sendable {
      /// The file cannot be read.
      case unreadable
      /// The file is none of the formats, or says nothing of the parties.
      case unknownFormat
      /// Speech that does not begin and then end at times of a recording.
      case badTime
      /// Speech that begins after the recording has ended.
      case otherRecording
    }

    /// The kind of fault.
    public let code: Code
    /// The file.
    public let path: String
    /// The line at fault, counted from 1; nil where it is the whole file.
    public var line: Int?

    /// The error in one line.
    public var description: String {
      switch code {
      case .unreadable: "\(path): cannot be read; check the name and the permissions"
      case .unknownFormat:
        "\(path): no speech of agent or customer found; give RTTM with these speaker names, "
          + "Audacity labels such as \"agent speech\", or JSON with \"speech\""
      case .badTime:
        "\(path)\(line.map { ":\($0)" } ?? ""): speech without a start and an end after it; "
          + "give both in seconds from the start of the recording"
      case .otherRecording:
        "\(path): speech begins after the end of the recording; "
          + "name the reference of this recording"
      }
    }
  }

  /// Reads a reference: a JSON object with `speech`, RTTM, or Audacity labels.
  ///
  /// RTTM and labels name `agent` and `customer`; of other names the first is the agent, or the
  /// one that is not named.
  public static func read(_ path: String) throws(ReadingError) -> CallReference {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ReadingError(code: .unreadable, path: path)
    }
    let text = String(decoding: data, as: UTF8.self)
    let found: CallReference?
    if text.first(where: { !$0.isWhitespace }) == "{" {
      guard let labels = try? JSONDecoder().decode(Labels.self, from: data) else {
        throw ReadingError(code: .unknownFormat, path: path)
      }
      guard labels.isPossible else { throw ReadingError(code: .badTime, path: path) }
      found = labels.reference
    } else {
      found = CallReference(speech: try SpeechLines(text, path: path).speech)
    }
    guard let found, found.speech != PartyPair(repeating: []) else {
      throw ReadingError(code: .unknownFormat, path: path)
    }
    return found
  }

  /// Throws where speech begins after a recording of this length: it is another one's.
  public func check(against length: SampleTime, path: String) throws(ReadingError) {
    for party in Party.allCases where speech[party].contains(where: { length < $0.start }) {
      throw ReadingError(code: .otherRecording, path: path)
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
