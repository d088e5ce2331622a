import Conversation

/// Tells whether words are English, which the rules are for.
struct Language {
  /// At most so many words of each party are looked at.
  private static let most = 1000
  private var seen = PartyPair(repeating: 0)
  private var common = 0
  private var all = 0

  /// Looks at the words that it has not seen yet, of a list that only grows.
  mutating func look(at words: PartyPair<[Word]>) {
    for party in Party.allCases {
      let end = min(words[party].count, Self.most)
      for word in words[party][min(seen[party], end)..<end] {
        for form in Wordform.plain(word.text) {
          all += 1
          if Self.commonest.contains(form) { common += 1 }
        }
      }
      seen[party] = end
    }
  }

  /// Whether to judge the words by English rules: what is named decides, and else the commonest words.
  func isEnglish(named name: String?) -> Bool {
    if let name { return name.lowercased().hasPrefix("en") }
    // Of English talk half is of these words; of other languages a tenth at most, by chance.
    return all < 20 || common * 4 >= all
  }

  private static let commonest: Set<String> = [
    "the", "i", "you", "and", "to", "a", "it", "that", "of", "is", "in", "have", "my", "for", "yes",
    "yeah", "okay", "can", "your", "this", "on", "me", "not", "was", "we", "but", "so", "do",
    "be", "with", "are", "what", "just", "at", "if", "would", "will", "am", "there", "no",
  ]
}
