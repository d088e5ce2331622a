import Conversation

/// Parts a party's words into sentences: by marks where there are any, and by pauses.
struct SentenceSplitter {
  /// Whether the transcript marks the ends of sentences.
  let isPunctuated: Bool
  private let longestPause: SampleTime

  init(_ words: PartyPair<[Word]>) {
    let all = words.agent.count + words.customer.count
    let marked = Party.allCases.reduce(0) { sum, party in
      sum + words[party].count { word in word.text.last.map { ".?!".contains($0) } ?? false }
    }
    // People's sentences are of ten words; a tenth of that is chance or a list of initials.
    isPunctuated = marked * 40 >= all && marked > 0
    longestPause = SampleTime(seconds: isPunctuated ? 1.5 : 0.5)
  }

  func sentences(of party: Party, _ words: [Word]) -> [Sentence] {
    var sentences: [Sentence] = []
    var current: [Word] = []
    for word in words {
      if let last = current.last, word.interval.start - last.interval.end >= longestPause {
        sentences.append(Sentence(party, current))
        current = []
      }
      current.append(word)
      if isPunctuated, Self.ends(word.text) {
        sentences.append(Sentence(party, current))
        current = []
      }
    }
    if !current.isEmpty { sentences.append(Sentence(party, current)) }
    return sentences
  }

  private static func ends(_ word: String) -> Bool {
    guard let mark = word.last(where: { !"\"”’')".contains($0) }), ".?!".contains(mark) else {
      return false
    }
    guard mark == "." else { return true }
    let stem = word.prefix { $0 != "." }
    return stem.count > 1 && !titles.contains(stem.lowercased())
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "st", "no", "prof"]
}
