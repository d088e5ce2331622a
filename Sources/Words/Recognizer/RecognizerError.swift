/// An error thrown where no recognizer can be had.
public struct RecognizerError: Error, Hashable, Sendable {
  /// What is wrong.
  public let problem: String
  /// What the user can do about it.
  public let remedy: String

  init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}

extension RecognizerError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { "\(problem); \(remedy)" }
}
