/// The facts that a party names: numbers, days, months and names.
struct CustomerFacts {
  enum Fact: Hashable {
    case number(String)
    case name(String)
  }

  /// The facts in a sentence.
  static func facts(in sentence: Sentence) -> Set<Fact> {
    var facts = Set(
      Numerals.runs(in: sentence.forms).filter(\.isFact).map { Fact.number($0.digits) })
    for form in sentence.forms where dates.contains(form) { facts.insert(.name(form)) }
    for word in sentence.words.dropFirst() {
      guard let first = word.text.first, first.isUppercase,
        let form = Wordform.plain(word.text).first,
        form.count > 2, ContentWords.stem(form) != nil
      else { continue }
      facts.insert(.name(form))
    }
    return facts
  }

  private static let dates: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "april", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
