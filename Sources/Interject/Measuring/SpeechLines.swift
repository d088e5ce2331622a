import Conversation

/// The speech of both parties as lines of text: RTTM or Audacity labels.
struct SpeechLines {
  private typealias Entry = (name: String, start: Double, end: Double)

  /// The speech of each party in the order of the lines.
  private(set) var speech = PartyPair<[Interval]>(repeating: [])

  /// Reads a text; lines of other kinds are passed over.
  init(_ text: String, path: String) throws(CallReference.ReadingError) {
    var found: [(name: String, interval: Interval)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard let entry = Self.rttm(line) ?? Self.label(line) else { continue }
      guard let interval = Interval(seconds: entry.start, entry.end) else {
        throw CallReference.ReadingError(code: .badTime, path: path, line: index + 1)
      }
      found.append((entry.name.lowercased(), interval))
    }
    let parties = Self.parties(found.map(\.name))
    for (name, interval) in found {
      if let party = parties[name] { speech[party].append(interval) }
    }
  }

  /// Who is who: those named so, and whoever comes first for a party that nobody is named.
  private static func parties(_ names: [String]) -> [String: Party] {
    var parties: [String: Party] = [:]
    for (name, party) in [("agent", Party.agent), ("customer", .customer)]
    where names.contains(name) {
      parties[name] = party
    }
    for name in names where parties[name] == nil {
      let left = Party.allCases.first { !parties.values.contains($0) }
      if let left { parties[name] = left }
    }
    return parties
  }

  /// A `SPEAKER` line: the start is the fourth field, the length the fifth, the name the eighth.
  private static func rttm(_ line: Substring) -> Entry? {
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard fields.count >= 8, fields[0] == "SPEAKER" else { return nil }
    let start = Double(fields[3]) ?? .nan
    return (String(fields[7]), start, start + (Double(fields[4]) ?? .nan))
  }

  /// Start, end and text between tabs; the text is a name, alone or before the word "speech".
  private static func label(_ line: Substring) -> Entry? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 3, let start = Double(fields[0]), let end = Double(fields[1]) else {
      return nil
    }
    let words = fields[2].split(separator: " ")
    guard let name = words.first, words.count == 1 || words.dropFirst() == ["speech"] else {
      return nil
    }
    return (String(name), start, end)
  }
}

extension Interval {
  /// The longest time that a recording can have, in seconds: some thirty years.
  private static let longest = 1e9

  /// A stretch between two times of a recording in seconds; nil for times that are none.
  init?(seconds start: Double, _ end: Double) {
    guard start >= 0, start <= end, end <= Self.longest else { return nil }
    self.init(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }
}
