/// Tells questions: by their mark, or by how they begin where there are no marks.
struct QuestionRules {
  /// Whether the transcript marks questions.
  let isPunctuated: Bool

  func isQuestion(_ sentence: Sentence) -> Bool {
    let forms = Array(sentence.forms[sentence.start...])
    guard !forms.isEmpty else { return false }
    if sentence.mark == "?" {
      // "You know?" and "right?" hold the floor and want no answer.
      return !(sentence.forms.count <= 3 && sentence.forms.allSatisfy(Self.fillers.contains))
    }
    if Self.asksForAccount(forms) { return true }
    if isPunctuated { return false }
    return Self.asks(forms) || Self.asksLater(forms) || Self.hasTail(forms)
  }

  /// Whether verb and person are turned round further on: "half of it, which items do you mean".
  private static func asksLater(_ forms: [String]) -> Bool {
    for index in forms.indices.dropFirst().dropLast() {
      guard turned.contains(forms[index]), ["you", "i", "we"].contains(forms[index + 1]),
        !persons.contains(forms[index - 1]), !unturned.contains(forms[index - 1])
      else { continue }
      return true
    }
    return false
  }

  private static func asksForAccount(_ forms: [String]) -> Bool {
    guard forms.count > 3, forms[1] == "me" else { return false }
    if forms[0] == "walk" || forms[0] == "talk" { return forms[2] == "through" }
    return forms[0] == "tell" && ["what", "how", "about", "why", "more"].contains(forms[2])
  }

  private static func asks(_ forms: [String]) -> Bool {
    guard forms.count > 1 else { return false }
    let first = forms[0]
    let second = forms[1] == "not" && forms.count > 2 ? forms[2] : forms[1]
    if ["have", "has", "had"].contains(first) { return persons.contains(second) }
    if auxiliaries.contains(first) { return persons.contains(second) || things.contains(second) }
    if first == "any" || first == "anything" {
      return first == "any" || ["else", "new"].contains(second)
    }
    if first == "what" || first == "how" {
      return first == "how" && degrees.contains(second)
        || auxiliaries.contains(second)
        || ["about", "exactly", "kind", "sort", "else"].contains(second)
        || ["seems", "happened", "brings", "brought", "makes", "made", "time", "day"]
          .contains(second)
        || forms.count > 3 && first == "what"
          && ["is", "are", "was", "were", "do", "does", "did"].contains(forms[2])
          && things.contains(forms[3])
    }
    if ["where", "when", "why", "who", "whose"].contains(first) {
      return auxiliaries.contains(second)
    }
    if first == "which" {
      return !["is", "was", "means", "i", "we", "are", "they"].contains(second)
    }
    if ["for", "at", "to", "on", "in", "by", "with", "from"].contains(first) {
      return ["what", "which", "whom", "how"].contains(second)
    }
    return false
  }

  private static func hasTail(_ forms: [String]) -> Bool {
    guard forms.count > 4 else { return false }
    let last = forms.suffix(3)
    return last.suffix(2) == ["or", "not"] || last == ["is", "that", "right"]
      || (last.count == 3 && auxiliaries.contains(last[last.startIndex])
        && last[last.startIndex + 1] == "not" && persons.contains(forms[forms.count - 1]))
  }

  private static let fillers: Set<String> = [
    "you", "know", "right", "okay", "yeah", "see", "hm", "huh", "eh", "all",
  ]
  private static let auxiliaries: Set<String> = [
    "do", "does", "did", "is", "are", "am", "was", "were", "can", "could", "will", "would",
    "shall", "should", "may", "might", "must", "has", "have", "had",
  ]
  private static let turned: Set<String> = [
    "do", "did", "are", "can", "could", "would", "will", "should", "shall", "may", "have",
  ]
  /// After these the verb belongs to what came before: "all that we can I will do".
  private static let unturned: Set<String> = ["to", "not", "and", "who", "they", "that", "what"]
  private static let persons: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "anybody", "anyone", "somebody", "someone",
    "everybody", "everyone",
  ]
  private static let things: Set<String> = [
    "this", "that", "these", "those", "there", "the", "my", "your", "his", "her", "our", "their",
    "a", "any", "anything", "everything", "something",
  ]
  private static let degrees: Set<String> = [
    "much", "many", "long", "old", "often", "far", "soon", "big", "late", "early", "fast", "come",
    "about", "exactly",
  ]
}
