/// Files of annotation editors: each tier is a speaker, each annotation that says something is speech.
extension SpeechSegments {
  /// What stands for silence in tiers that cover all of a call.
  private static let silences: Set<String> = ["", "sil", "silence", "silent", "sp", "<sil>", "<p>"]
  /// The tiers of this program's own files that tell who speaks.
  private static let own = ["agent", "customer"]

  /// A Praat TextGrid, long or short: numbers and texts that stand alone, in a fixed order.
  mutating func readTextGrid(_ text: String) throws(Fault) {
    var tokens = PraatTokens(text)
    guard tokens.nextText() == "ooTextFile", tokens.nextText() == "TextGrid" else {
      throw Fault(line: 1, problem: "it is not a TextGrid in text form; save it as text in Praat")
    }
    guard tokens.nextNumber() != nil, let end = tokens.nextNumber(), let tiers = tokens.nextNumber()
    else { throw Fault(line: tokens.line, problem: "the TextGrid's times or its size are missing") }
    take(end: end)
    for _ in 0..<Int(max(0, min(tiers, 10_000))) {
      let kind = tokens.nextText()
      guard let kind, let name = tokens.nextText(), tokens.nextNumber() != nil,
        tokens.nextNumber() != nil, let count = tokens.nextNumber()
      else { throw Fault(line: tokens.line, problem: "the TextGrid ends in the middle of a tier") }
      for _ in 0..<Int(max(0, min(count, 10_000_000))) {
        let start = tokens.nextNumber()
        let stop = kind == "IntervalTier" ? tokens.nextNumber() : start
        guard let start, let stop, let label = tokens.nextText() else {
          throw Fault(line: tokens.line, problem: "the TextGrid ends in the middle of a tier")
        }
        guard kind == "IntervalTier", !Self.isSilence(label) else { continue }
        if let problem = add(name, from: start, to: stop) {
          throw Fault(line: tokens.line, problem: problem)
        }
      }
    }
    keepOnly(Self.own)
  }

  /// An annotation document of ELAN: the aligned annotations of its tiers.
  mutating func readELAN(_ text: String) throws(Fault) {
    guard text.contains("<ANNOTATION_DOCUMENT") else {
      throw Fault(line: 1, problem: "it is not an ELAN annotation document")
    }
    var slots: [String: Double] = [:]
    var tier = ""
    var open: (start: Double, end: Double)?
    for part in text.split(separator: "<").dropFirst() {
      let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = pieces[0]
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == tag.first && $0 == "/" }
      switch name {
      case "TIME_SLOT":
        if let id = Self.attribute("TIME_SLOT_ID", of: tag),
          let value = Self.attribute("TIME_VALUE", of: tag).flatMap(Double.init)
        {
          slots[id] = value / 1000
        }
      case "TIER": tier = Self.attribute("TIER_ID", of: tag) ?? ""
      case "ALIGNABLE_ANNOTATION":
        let times = ["TIME_SLOT_REF1", "TIME_SLOT_REF2"].map {
          Self.attribute($0, of: tag).flatMap { slots[$0] }
        }
        // Annotations between others need not have times of their own.
        if let start = times[0], let end = times[1] { open = (start, end) }
      case "ANNOTATION_VALUE":
        let value = pieces.count > 1 ? String(pieces[1]) : ""
        guard let found = open, !Self.isSilence(value) else { continue }
        if let problem = add(tier, from: found.start, to: found.end) {
          throw Fault(line: nil, problem: "tier \(tier): \(problem)")
        }
      case "/ALIGNABLE_ANNOTATION": open = nil
      default: break
      }
    }
    keepOnly(Self.own)
  }

  private static func isSilence(_ label: String) -> Bool {
    silences.contains(label.trimmed.lowercased())
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    for quote in ["\"", "'"] {
      guard let begin = tag.firstRange(of: " \(name)=\(quote)") else { continue }
      let rest = tag[begin.upperBound...]
      guard let end = rest.firstRange(of: quote) else { return nil }
      return String(rest[..<end.lowerBound])
        .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
    return nil
  }
}
