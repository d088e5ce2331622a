/// Something in a story that a listener can say back.
public struct StoryFact: Equatable, Sendable {
  /// What it is, for people.
  public var text: String
  /// Phrases of which one must be heard, in each of the groups, in lower case.
  public var words: [[String]]

  /// Creates a fact.
  public init(text: String, words: [[String]]) {
    self.text = text
    self.words = words
  }

  /// Whether what was said holds the fact: all of its groups, word for word.
  func isSaid(in spoken: [String]) -> Bool {
    words.allSatisfy { group in group.contains { Self.contains(spoken, Self.words(of: $0)) } }
  }

  /// The words of a text: lower case, without punctuation.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
  }

  private static func contains(_ spoken: [String], _ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= spoken.count else { return false }
    return (0...spoken.count - phrase.count).contains { start in
      spoken[start..<start + phrase.count].elementsEqual(phrase)
    }
  }
}
