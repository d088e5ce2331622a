import Conversation

/// What a party says in one go: a sentence, or what lies between two pauses.
struct Sentence: Equatable, Sendable {
  let party: Party
  let words: [Word]
  /// The plain forms of the words.
  let forms: [String]
  /// The word of each form.
  let homes: [Int]
  /// The first form in earnest, after "okay, so" and the like.
  let start: Int

  init(_ party: Party, _ words: [Word]) {
    self.party = party
    self.words = words
    var forms: [String] = []
    var homes: [Int] = []
    for (index, word) in words.enumerated() {
      for form in Wordform.plain(word.text) {
        forms.append(form)
        homes.append(index)
      }
    }
    self.forms = forms
    self.homes = homes
    let start = forms.firstIndex { !Self.openers.contains($0) } ?? 0
    self.start = start
  }

  var interval: Interval {
    Interval(
      start: words.first?.interval.start ?? .zero, end: words.last?.interval.end ?? .zero)
  }

  var text: String { words.map(\.text).joined(separator: " ") }

  /// The mark at the end, if it is one that ends sentences.
  var mark: Character? {
    guard let last = words.last?.text.last(where: { !"\"”’')".contains($0) }) else { return nil }
    return ".?!…".contains(last) ? last : nil
  }

  /// When some of the forms were said.
  func interval(of range: Range<Int>) -> Interval {
    guard range.lowerBound < homes.count, let last = homes[range].last else { return interval }
    return Interval(
      start: words[homes[range.lowerBound]].interval.start, end: words[last].interval.end)
  }

  /// Words that open a sentence and say nothing.
  private static let openers: Set<String> = [
    "okay", "so", "and", "well", "now", "um", "uh", "er", "oh", "ah", "right", "all", "then",
    "but", "yes", "yeah", "no", "hi", "hello", "hey", "great", "perfect", "sure", "thanks",
    "please", "just",
    "thank", "you", "sorry", "alright", "lovely",
  ]
}
