import Conversation

/// Reads the shapes that have a tier for each speaker.
extension TranscriptBuilder {
  /// Praat's long and short form: texts in quotes and bare numbers, all else is for people.
  mutating func add(textGrid text: String) throws(TranscriptError) {
    var tokens = TextGridTokens(text)
    guard tokens.nextText() == "ooTextFile", tokens.nextText() == "TextGrid",
      tokens.nextNumber() != nil, tokens.nextNumber() != nil, let count = tokens.nextNumber()
    else { throw Self.damagedGrid }
    // A count is what the file says of itself; what is not there ends the loops.
    for _ in 0..<Int(min(max(count, 0), 1000)) {
      guard let kind = tokens.nextText(), let name = tokens.nextText(),
        tokens.nextNumber() != nil, tokens.nextNumber() != nil, let size = tokens.nextNumber()
      else { throw Self.damagedGrid }
      let isPoints = kind == "TextTier"
      // Aligners put the sounds of words on a tier of their own.
      let isWords = !isPoints && !name.lowercased().contains("phone")
      for _ in 0..<Int(min(max(size, 0), 1e7)) {
        guard let start = tokens.nextNumber(), let end = isPoints ? start : tokens.nextNumber(),
          let words = tokens.nextText()
        else { throw Self.damagedGrid }
        if isWords { try add(words, start, end, SpeakerLabel(name: name)) }
      }
    }
  }

  private static var damagedGrid: TranscriptError {
    TranscriptError(
      .damaged, "this is not a complete TextGrid", remedy: "save it again with Praat")
  }

  /// ELAN: time slots in milliseconds, and annotations of a tier that refer to them.
  mutating func add(elan text: String) throws(TranscriptError) {
    var slots: [String: Double] = [:]
    var label = SpeakerLabel.none
    var times: (start: Double, end: Double)?
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let tag = ElementTag(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      switch tag.name {
      case "TIME_SLOT":
        guard let name = tag["TIME_SLOT_ID"] else { break }
        slots[name] = tag["TIME_VALUE"].flatMap { Double($0) }.map { $0 / 1000 }
      case "TIER":
        label = SpeakerLabel(name: tag["PARTICIPANT"].flatMap(\.nonEmpty) ?? tag["TIER_ID"] ?? "")
      case "ALIGNABLE_ANNOTATION":
        times = nil
        if let start = tag["TIME_SLOT_REF1"].flatMap({ slots[$0] }),
          let end = tag["TIME_SLOT_REF2"].flatMap({ slots[$0] })
        {
          times = (start, end)
        }
      case "ANNOTATION_VALUE":
        guard let times else { break }
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        try add(ElementTag.plain(rest[..<end]), times.start, times.end, label)
      default: break
      }
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
