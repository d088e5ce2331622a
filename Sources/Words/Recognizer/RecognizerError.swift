/// An error thrown where no recognizer can be had.
public struct RecognizerError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: Sendable {
    /// There is no recognizer in the folder.
    case missing
    /// The library or the model cannot be loaded.
    case unusable
    /// There is none for this processor.
    case unknownProcessor
  }

  /// What is wrong.
  public let code: Code
  /// The same in words.
  public let problem: String

  init(_ code: Code, _ problem: String) {
    self.code = code
    self.problem = problem
  }
}

extension RecognizerError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { problem }
}
