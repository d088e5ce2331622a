import Conversation

/// The speech of both parties as lines of text: RTTM or Audacity labels.
struct SpeechLines {
  private typealias Entry = (name: String, start: Double, end: Double)

  /// The speech of each party in the order of the lines.
  private(set) var speech = PartyPair<[Interval]>(repeating: [])

  /// The first words of the other lines of RTTM, and of Audacity's lines of frequencies.
  private static let passedOver: Set<Substring> = [
    "SPKR-INFO", "NON-SPEECH", "LEXEME", "NON-LEX", "SEGMENT", "FILLER", "EDIT", "IP", "SU", "CB",
    "A/P", "NOSCORE", "NO_RT_METADATA", "\\",
  ]

  /// Reads a text; labels of anything but speech are passed over.
  init(_ text: String, path: String) throws(CallReference.ReadingError) {
    var found: [(name: String, interval: Interval)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var recording: Substring?
    var malformed: (line: Int, isMeant: Bool)?
    for (index, line) in lines.enumerated() {
      let fields = line.split(whereSeparator: \.isWhitespace)
      guard let entry = Self.rttm(fields) ?? Self.label(line) else {
        if malformed == nil, let isMeant = Self.fault(of: line, fields) {
          malformed = (index + 1, isMeant)
        }
        continue
      }
      if fields[0] == "SPEAKER" {
        guard recording ?? fields[1] == fields[1] else {
          throw CallReference.ReadingError(code: .severalRecordings, path: path, line: index + 1)
        }
        recording = fields[1]
      }
      guard let interval = Interval(seconds: entry.start, entry.end) else {
        throw CallReference.ReadingError(code: .badTime, path: path, line: index + 1)
      }
      found.append((entry.name.lowercased(), interval))
    }
    // A text without any speech is of another format as a whole.
    if let malformed, malformed.isMeant || !found.isEmpty {
      throw CallReference.ReadingError(code: .badLine, path: path, line: malformed.line)
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

  /// Whether a line that gives no speech plainly means to; nil where it is right without.
  private static func fault(of line: Substring, _ fields: [Substring]) -> Bool? {
    guard let first = fields.first, !passedOver.contains(first) else { return nil }
    if first.hasPrefix("#") || first.hasPrefix(";;") { return nil }
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    let isLabel = parts.count == 3
    if isLabel, Double(parts[0]) != nil, Double(parts[1]) != nil { return nil }
    return first == "SPEAKER"
      || isLabel && !parts[0].isEmpty && parts[0].allSatisfy { "0123456789.,:-".contains($0) }
  }

  /// A `SPEAKER` line: the start is the fourth field, the length the fifth, the name the eighth.
  private static func rttm(_ fields: [Substring]) -> Entry? {
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
