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

  /// A pause of this length within a sentence leaves the other room to begin.
  private static let pause = SampleTime(seconds: 0.5)

  /// The sentence as far as it had come by a time; nil if its words went on without a pause.
  func said(by time: SampleTime) -> Sentence? {
    guard interval.end > time else { return self }
    let said = words.prefix { $0.interval.end <= time }
    guard let last = said.last, words[said.count].interval.start - last.interval.end >= Self.pause
    else { return nil }
    return Sentence(party, Array(said))
  }

  /// The sentence as far as it had come at each of its pauses, and at its end.
  var upToPauses: [Sentence] {
    let pauses = words.indices.dropFirst().filter { index in
      words[index].interval.start - words[index - 1].interval.end >= Self.pause
    }
    return pauses.map { Sentence(party, Array(words[..<$0])) } + [self]
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
    "please", "just", "mm", "hm", "hmm", "mhm", "huh", "yep", "yup", "aye", "ooh", "alrighty",
    "cool", "thank", "you", "sorry", "alright", "lovely",
  ]
}
