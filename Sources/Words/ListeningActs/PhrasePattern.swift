/// A pattern of the table of phrases.
///
/// Words stand for themselves; `a/b` for one of them, `...` for up to four words, `^` for the beginning
/// of the sentence (after "okay, so" and the like), `$` for its end.
struct PhrasePattern: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case words(Set<String>)
    case gap
  }

  private let parts: [Part]
  private let isFirst: Bool
  private let isLast: Bool

  private static let widestGap = 4

  /// Reads a pattern; nil where it has no word.
  init?(_ text: Substring) {
    var parts: [Part] = []
    var isFirst = false
    var isLast = false
    for field in text.split(separator: " ") {
      var field = field
      if field.first == "^" {
        isFirst = true
        field = field.dropFirst()
      }
      if field.last == "$" {
        isLast = true
        field = field.dropLast()
      }
      if field == "..." {
        parts.append(.gap)
      } else if field.contains("/") {
        parts.append(.words(Set(field.split(separator: "/").flatMap(Wordform.plain))))
      } else {
        parts += Wordform.plain(field).map { .words([$0]) }
      }
    }
    let hasWord = parts.contains { $0 != .gap }
    guard hasWord, parts.first != .gap, parts.last != .gap else { return nil }
    self.parts = parts
    self.isFirst = isFirst
    self.isLast = isLast
  }

  /// Where the pattern first fits in the forms of a sentence that begins in earnest at `start`.
  func match(in forms: [String], from start: Int) -> Range<Int>? {
    if isFirst {
      for first in Set([0, start]) {
        if let end = end(in: forms[...], at: first, part: 0) { return first..<end }
      }
      return nil
    }
    for first in forms.indices {
      if let end = end(in: forms[...], at: first, part: 0) { return first..<end }
    }
    return nil
  }

  /// Where the pattern ends if it fits from a place on.
  func end(in forms: ArraySlice<String>, at place: Int) -> Int? {
    isFirst && place > 0 ? nil : end(in: forms, at: place, part: 0)
  }

  private func end(in forms: ArraySlice<String>, at place: Int, part: Int) -> Int? {
    guard part < parts.count else { return !isLast || place == forms.count ? place : nil }
    switch parts[part] {
    case .words(let words):
      guard place < forms.count, words.contains(forms[place]) else { return nil }
      return end(in: forms, at: place + 1, part: part + 1)
    case .gap:
      for skipped in 0...Self.widestGap {
        if let end = end(in: forms, at: place + skipped, part: part + 1) { return end }
      }
      return nil
    }
  }
}
