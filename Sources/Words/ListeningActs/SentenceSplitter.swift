import Conversation

/// Parts a party's words into sentences: by marks where there are any, and by pauses.
struct SentenceSplitter: Equatable {
  /// Whether the transcript marks the ends of sentences.
  let isPunctuated: Bool
  /// A pause of this length ends a sentence anyway.
  let longestPause: SampleTime

  init(_ words: PartyPair<[Word]>) {
    self.init(
      marked: words.agent.marked + words.customer.marked,
      of: words.agent.count + words.customer.count)
  }

  /// Creates a splitter for words of which so many bear a mark that may end a sentence.
  init(marked: Int, of all: Int) {
    // People's sentences are of ten words; a tenth of that is chance or a list of initials.
    isPunctuated = marked * 40 >= all && marked > 0
    longestPause = SampleTime(seconds: isPunctuated ? 1.5 : 0.5)
  }

  func sentences(of party: Party, _ words: [Word]) -> [Sentence] {
    var open: [Word] = []
    var sentences = part(words[...], of: party, after: &open)
    if !open.isEmpty { sentences.append(Sentence(party, open)) }
    return sentences
  }

  /// The sentences that words complete which follow those of an open one; the words of the last, if it
  /// is open in its turn, are left in `open`.
  func part(
    _ words: ArraySlice<Word>, of party: Party, after open: inout [Word]
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    for word in words {
      if let last = open.last, word.interval.start - last.interval.end >= longestPause {
        sentences.append(Sentence(party, open))
        open = []
      }
      open.append(word)
      if isPunctuated, Self.ends(word.text) {
        sentences.append(Sentence(party, open))
        open = []
      }
    }
    return sentences
  }

  /// Whether a sentence ends with a word, by its mark.
  static func ends(_ word: String) -> Bool {
    guard let mark = word.last(where: { !"\"”’')".contains($0) }), ".?!".contains(mark) else {
      return false
    }
    guard mark == "." else { return true }
    let stem = word.prefix { $0 != "." }
    return stem.count > 1 && !titles.contains(stem.lowercased())
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "st", "no", "prof"]
}

extension Collection<Word> {
  /// How many of the words bear a mark that may end a sentence.
  var marked: Int { count { word in word.text.last.map { ".?!".contains($0) } ?? false } }
}
