import Conversation
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
    }

    /// The kind of fault.
    public let code: Code
    /// The file.
    public let path: String

    /// The error in one line.
    public var description: String {
      switch code {
      case .unreadable: "\(path): cannot be read; check the name and the permissions"
      case .unknownFormat:
        "\(path): no speech of agent or customer found; give RTTM with these speaker names, "
          + "Audacity labels such as \"agent speech\", or JSON with \"speech\""
      }
    }
  }

  /// Reads a reference: a JSON object with `speech`, RTTM, or Audacity labels.
  ///
  /// RTTM and labels name `agent` and `customer`, or of other names the first is the agent.
  public static func read(_ path: String) throws(ReadingError) -> CallReference {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ReadingError(code: .unreadable, path: path)
    }
    let text = String(decoding: data, as: UTF8.self)
    let found: CallReference? =
      if text.first(where: { !$0.isWhitespace }) == "{" {
        (try? JSONDecoder().decode(Labels.self, from: data))?.reference
      } else {
        lines(text)
      }
    guard let found, found.speech != PartyPair(repeating: []) else {
      throw ReadingError(code: .unknownFormat, path: path)
    }
    return found
  }

  private static func lines(_ text: String) -> CallReference? {
    var speech = PartyPair<[Interval]>(repeating: [])
    var names: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let entry = rttm(line) ?? label(line)
      guard let entry else { continue }
      let name = entry.name.lowercased()
      if !names.contains(name) { names.append(name) }
      let party: Party? =
        switch name {
        case "agent": .agent
        case "customer": .customer
        default: names.firstIndex(of: name).flatMap(Party.init(rawValue:))
        }
      if let party { speech[party].append(entry.interval) }
    }
    return CallReference(speech: speech)
  }

  /// A `SPEAKER` line: the start is the fourth field, the length the fifth, the name the eighth.
  private static func rttm(_ line: Substring) -> (name: String, interval: Interval)? {
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard fields.count >= 8, fields[0] == "SPEAKER", let start = Double(fields[3]),
      let length = Double(fields[4])
    else { return nil }
    return (String(fields[7]), interval(start, start + length))
  }

  /// Start, end and text between tabs; the text is a name, alone or before the word "speech".
  private static func label(_ line: Substring) -> (name: String, interval: Interval)? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 3, let start = Double(fields[0]), let end = Double(fields[1]) else {
      return nil
    }
    let words = fields[2].split(separator: " ")
    guard let name = words.first, words.count == 1 || words.dropFirst() == ["speech"] else {
      return nil
    }
    return (String(name), interval(start, end))
  }

  private static func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
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

    var reference: CallReference? {
      guard speech.count == 2 else { return nil }
      let intervals = speech.map { segments in
        segments.filter { $0.count == 2 }.map { CallReference.interval($0[0], $0[1]) }
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
