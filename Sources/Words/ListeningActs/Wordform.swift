/// The plain forms of words that rules compare: small letters, no marks, contractions written out.
enum Wordform {
  /// The forms of a word as a transcript writes it: none for bare marks, two for "I'm".
  static func plain(_ text: some StringProtocol) -> [String] {
    var forms: [String] = []
    for part in text.lowercased().replacing("’", with: "'").split(whereSeparator: isBreak) {
      let word = part.drop { $0 == "'" }
      let form = String(word.reversed().drop { $0 == "'" }.reversed())
      if form.isEmpty { continue }
      forms += expanded(form)
    }
    return forms
  }

  private static func isBreak(_ character: Character) -> Bool {
    !(character.isLetter || character.isNumber || character == "'")
  }

  private static func expanded(_ form: String) -> [String] {
    guard let mark = form.firstIndex(of: "'") else { return whole[form] ?? [form] }
    if let words = whole[form] { return words }
    let stem = String(form[..<mark])
    switch form[form.index(after: mark)...] {
    case "m": return [stem, "am"]
    case "re": return [stem, "are"]
    case "ve": return [stem, "have"]
    case "ll": return [stem, "will"]
    case "d": return [stem, "would"]
    case "s": return takesIs.contains(stem) ? [stem, "is"] : [stem]
    case "t" where stem.hasSuffix("n"): return [String(stem.dropLast()), "not"]
    default: return [form.filter { $0 != "'" }]
    }
  }

  private static let whole: [String: [String]] = [
    "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"],
    "shan't": ["shall", "not"], "let's": ["let", "us"], "y'all": ["you", "all"],
    "o'clock": ["oclock"], "gonna": ["going", "to"], "wanna": ["want", "to"],
    "apologise": ["apologize"], "ok": ["okay"], "alright": ["all", "right"], "ma'am": ["madam"],
    "'cause": ["because"], "cos": ["because"],
  ]
  private static let takesIs: Set<String> = [
    "what", "who", "where", "when", "how", "why", "it", "that", "there", "here", "this", "he",
    "she", "everything", "something", "anything", "nothing",
  ]
}
