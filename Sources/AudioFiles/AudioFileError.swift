/// An error thrown by reading a recording.
///
/// Its description is one line: where, what is wrong, and what to do about it.
public struct AudioFileError: Error, Hashable, Sendable {
  /// The kind of fault.
  public let code: Code
  /// The file, or `stdin`.
  public let place: String
  /// What is wrong.
  public let problem: String
  /// What the user can do about it.
  public let remedy: String

  init(_ code: Code, at place: String, problem: String, remedy: String) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }
}

extension AudioFileError: CustomStringConvertible {
  /// The error in one line, control characters in the name written as `?`.
  public var description: String {
    let line = "\(place): \(problem); \(remedy)"
    return String(
      line.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? "?" : $0 })
  }
}
