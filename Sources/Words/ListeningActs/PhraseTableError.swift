/// An error thrown by reading a table of phrases.
public struct PhraseTableError: Error, Hashable, Sendable {
  /// The line, counted from one.
  public let line: Int
  /// What is wrong there.
  public let problem: String
  /// What the user can do about it.
  public let remedy: String
}

extension PhraseTableError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { "line \(line): \(problem); \(remedy)" }
}
