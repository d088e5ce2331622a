import Conversation

/// What a party says in a stretch, word by word: which words acknowledge or appraise, and which claim.
struct SpokenWords {
  /// More words tell nothing new.
  private static let most = 40
  /// Beyond so many, an exclamation is a sentence and no outcry.
  private static let longestOutcry = 3

  /// Whether each word acknowledges or appraises, in order.
  private(set) var listed: [Bool] = []
  /// When each word began.
  private(set) var starts: [SampleTime] = []
  private let sentence: Sentence
  private let isClaim: Bool

  /// Looks at words by a table.
  init(_ party: Party, _ words: some Collection<Word>, table: PhraseTable) {
    var known: [Word] = []
    for word in words where known.count < Self.most {
      let forms = Wordform.plain(word.text)
      guard !forms.isEmpty else { continue }
      known.append(word)
      listed.append(table.isListed(forms))
      starts.append(word.interval.start)
    }
    sentence = Sentence(party, known)
    isClaim = Self.isClaim(sentence, listed, table)
  }

  /// The count of words.
  var said: Int { listed.count }

  /// How many acknowledge or appraise.
  var listedCount: Int { listed.count { $0 } }

  /// How many do not.
  var claiming: Int { said - listedCount }

  /// Whether something was said, and nothing but acknowledging and appraising words.
  var onlyAcknowledges: Bool { said > 0 && claiming == 0 && !isClaim }

  /// Whether it is a short claim, repeated or emphatic: "no, no", "wait", "stop!".
  var isOutcry: Bool { isClaim }

  private static func isClaim(
    _ sentence: Sentence, _ listed: [Bool], _ table: PhraseTable
  ) -> Bool {
    if table.match(.claiming, in: sentence) != nil { return true }
    guard (1...longestOutcry).contains(listed.count), !listed.contains(true) else { return false }
    let isRepeated = sentence.forms.count > 1 && Set(sentence.forms).count == 1
    return isRepeated || sentence.words.contains { $0.text.contains("!") }
  }
}

extension PhraseTable {
  /// Whether a word's forms only acknowledge or appraise, "that's" of "that's great" included.
  func isListed(_ forms: [String]) -> Bool {
    forms == ["that", "is"] || forms.allSatisfy(acknowledging.contains)
  }
}
