import Conversation

/// Tells whether words are English, which the rules are for.
enum Language {
  /// Whether to judge words by English rules: what is named decides, and else the commonest words.
  static func isEnglish(named name: String?, _ words: PartyPair<[Word]>) -> Bool {
    if let name { return name.lowercased().hasPrefix("en") }
    var common = 0
    var all = 0
    for party in Party.allCases {
      for word in words[party].prefix(1000) {
        for form in Wordform.plain(word.text) {
          all += 1
          if commonest.contains(form) { common += 1 }
        }
      }
    }
    // Of English talk half is of these words; of other languages a tenth at most, by chance.
    return all < 20 || common * 4 >= all
  }

  private static let commonest: Set<String> = [
    "the", "i", "you", "and", "to", "a", "it", "that", "of", "is", "in", "have", "my", "for", "yes",
    "yeah", "okay", "can", "your", "this", "on", "me", "not", "was", "we", "but", "so", "do",
    "be", "with", "are", "what", "just", "at", "if", "would", "will", "am", "there", "no",
  ]
}
