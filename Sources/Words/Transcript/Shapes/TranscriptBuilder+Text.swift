import Conversation

/// Reads the shapes that are lines of text.
extension TranscriptBuilder {
  /// SubRip and WebVTT: cues with a speaker as `<v Name>` or `Name:` in front.
  mutating func add(captions text: String) throws(TranscriptError) {
    var times: (start: Double, end: Double)?
    var words = ""
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if let arrow = line.firstRange(of: "-->") {
        guard let start = Self.clock(line[..<arrow.lowerBound]),
          let end = Self.clock(line[arrow.upperBound...])
        else {
          throw TranscriptError(
            .damaged, "line \(number) of these captions has no times such as 00:00:01.000",
            remedy: "correct that line")
        }
        times = (start, end)
        words = ""
      } else if line.allSatisfy(\.isWhitespace) {
        if let times { try add(cue: words, times.start, times.end) }
        times = nil
      } else if times != nil {
        words += words.isEmpty ? "" : " "
        words += line
      }
    }
    if let times { try add(cue: words, times.start, times.end) }
  }

  private mutating func add(
    cue text: String, _ start: Double, _ end: Double
  ) throws(TranscriptError) {
    var label = SpeakerLabel.none
    var words = ""
    var rest = text[...]
    // Tags are left away; a voice's tag names the speaker.
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      words += rest[..<open]
      let tag = rest[rest.index(after: open)..<close]
      if tag.hasPrefix("v "), let name = tag.split(separator: " ", maxSplits: 1).last {
        label = SpeakerLabel(name: String(name))
      }
      rest = rest[rest.index(after: close)...]
    }
    words += rest
    if label == .none, let colon = words.firstIndex(of: ":") {
      let name = words[..<colon].filter { $0 != "[" && $0 != "]" && $0 != ">" }
      let isName =
        name.contains(where: \.isLetter) && name.count <= 30
        && name.split(separator: " ").count <= 3
      if isName {
        label = SpeakerLabel(name: name.split(separator: " ").joined(separator: " "))
        words = String(words[words.index(after: colon)...])
      }
    }
    try add(words, start, end, label)
  }

  /// `1:02:03,450`, `02:03.45` and the like in seconds; what follows it does not count.
  private static func clock(_ text: Substring) -> Double? {
    guard let field = text.split(whereSeparator: \.isWhitespace).first else { return nil }
    let parts = field.replacing(",", with: ".").split(separator: ":").map { Double($0) }
    guard (2...3).contains(parts.count) else { return nil }
    return parts.reduce(0) { sum, part in sum.flatMap { sum in part.map { sum * 60 + $0 } } }
  }

  mutating func add(ctm text: String) throws(TranscriptError) {
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      guard !line.hasPrefix(";;"), !line.allSatisfy(\.isWhitespace) else { continue }
      guard let row = CTMRow(line) else {
        throw TranscriptError(
          .damaged, "line \(number) of this CTM has no recording, channel, start, length and word",
          remedy: "correct that line")
      }
      let letter = row.channel.uppercased()
      let channel = Int(row.channel) ?? ["A": 1, "B": 2][letter]
      try add(
        String(row.word), row.start, row.start + row.length,
        channel.map(SpeakerLabel.channel) ?? SpeakerLabel(name: row.channel))
    }
  }
}
