public import Conversation

/// The words and phrases by which listening is recognized, as users read and edit them.
public struct PhraseTable: Equatable, Sendable {
  /// The parts of the table, by the names of their headings.
  public enum Section: Hashable, Sendable {
    /// Phrases that do something.
    case phrases(PhraseKind)
    /// Questions that are surely open.
    case openQuestions
    /// Words that only acknowledge or appraise.
    case acknowledging
    /// Short words that claim the floor.
    case claiming
    /// Last words that leave a sentence open.
    case unfinished
    /// Those that do so only where a full stop would have told otherwise.
    case unfinishedByMarks

    init?(name: String) {
      switch name {
      case "open question": self = .openQuestions
      case "acknowledging words": self = .acknowledging
      case "claiming": self = .claiming
      case "unfinished": self = .unfinished
      case "unfinished where marks end sentences": self = .unfinishedByMarks
      default:
        guard let kind = PhraseKind(rawValue: name.replacing(" ", with: "_")) else { return nil }
        self = .phrases(kind)
      }
    }
  }

  struct Rules: Equatable, Sendable {
    var hits: [PhrasePattern] = []
    var exceptions: [PhrasePattern] = []
  }

  private(set) var rules: [Section: Rules] = [:]
  private(set) var acknowledging: Set<String> = []
  private(set) var unfinished: Set<String> = []
  private(set) var unfinishedByMarks: Set<String> = []

  /// The table that the program comes with.
  public static let standard: PhraseTable = {
    // The text is the program's own; a test reads it line by line.
    (try? PhraseTable(standardText)) ?? PhraseTable()
  }()

  private init() {}

  /// Reads a table: a heading in brackets, then a phrase a line; "!" in front makes an exception.
  ///
  /// - Throws: `PhraseTableError` with the line.
  public init(_ text: String) throws(PhraseTableError) {
    var section: Section?
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = line.drop(while: \.isWhitespace)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        let name = line.dropFirst().prefix { $0 != "]" }
        guard let known = Section(name: String(name)) else {
          throw PhraseTableError(
            line: number, problem: "there is no part called “\(name)”",
            remedy: "use a part that the table in force has")
        }
        section = known
        continue
      }
      guard let section else {
        throw PhraseTableError(
          line: number, problem: "a phrase without a heading",
          remedy: "put [thanks] or another heading above it")
      }
      try add(line, to: section, number)
    }
  }

  private mutating func add(
    _ line: Substring, to section: Section, _ number: Int
  ) throws(PhraseTableError) {
    switch section {
    case .acknowledging:
      acknowledging.formUnion(line.split(separator: " ").flatMap(Wordform.plain))
    case .unfinished: unfinished.formUnion(line.split(separator: " ").flatMap(Wordform.plain))
    case .unfinishedByMarks:
      unfinishedByMarks.formUnion(line.split(separator: " ").flatMap(Wordform.plain))
    case .phrases, .openQuestions, .claiming:
      let isException = line.hasPrefix("!")
      guard let pattern = PhrasePattern(isException ? line.dropFirst() : line) else {
        throw PhraseTableError(
          line: number, problem: "no word, or “...” at the beginning or end",
          remedy: "write words, a/b, ^ for the beginning and $ for the end")
      }
      if isException {
        rules[section, default: Rules()].exceptions.append(pattern)
      } else {
        rules[section, default: Rules()].hits.append(pattern)
      }
    }
  }

  /// Whether a sentence consists of acknowledging words and phrases and of nothing else.
  func isAcknowledgement(_ sentence: Sentence) -> Bool {
    let rules = rules[.phrases(.acknowledgement)] ?? Rules()
    let isExcepted = rules.exceptions.contains {
      $0.match(in: sentence.forms, from: sentence.start) != nil
    }
    return !sentence.forms.isEmpty && !isExcepted
      && acknowledges(sentence.forms[...], from: 0, rules.hits)
  }

  /// Whether everything from a place on acknowledges: a phrase may begin with a word that does, too.
  private func acknowledges(
    _ forms: ArraySlice<String>, from place: Int, _ phrases: [PhrasePattern]
  ) -> Bool {
    if place == forms.count { return true }
    if acknowledging.contains(forms[place]), acknowledges(forms, from: place + 1, phrases) {
      return true
    }
    return phrases.contains { phrase in
      phrase.end(in: forms, at: place).map { acknowledges(forms, from: $0, phrases) } ?? false
    }
  }

  /// Where a section's phrase lies in a sentence; nil where it has none or an exception.
  func match(_ section: Section, in sentence: Sentence) -> Range<Int>? {
    guard let rules = rules[section] else { return nil }
    for exception in rules.exceptions
    where exception.match(in: sentence.forms, from: sentence.start) != nil {
      return nil
    }
    for hit in rules.hits {
      if let range = hit.match(in: sentence.forms, from: sentence.start) { return range }
    }
    return nil
  }
}
