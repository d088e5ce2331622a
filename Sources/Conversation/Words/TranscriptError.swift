/// An error thrown by reading a transcript or fitting it to a call.
///
/// Its description is one line: what is wrong, and what to do about it; the caller puts the file in front.
public struct TranscriptError: Error, Hashable, Sendable {
  /// The kind of fault.
  public enum Code: Hashable, Sendable {
    /// There is nothing in the file.
    case empty
    /// The text is no UTF-8.
    case notText
    /// The shape is none of those known.
    case unknownShape
    /// The file breaks off or contradicts itself.
    case damaged
    /// There is no word in it.
    case noWords
    /// The file is larger than any call's.
    case tooLarge
    /// The transcript does not say who speaks.
    case unknownParties
    /// Nobody in it has the name that is to be the agent's.
    case noSuchSpeaker
    /// The words lie where the parties speak once the two are swapped.
    case swappedParties
    /// The words do not lie where the parties speak.
    case notAligned
  }

  /// The kind of fault.
  public let code: Code
  /// What is wrong.
  public let problem: String
  /// What the user can do about it.
  public var remedy: String

  package init(_ code: Code, _ problem: String, remedy: String) {
    self.code = code
    self.problem = problem
    self.remedy = remedy
  }
}

extension TranscriptError: CustomStringConvertible {
  /// The error in one line, control characters written as `?`.
  public var description: String {
    let line = "\(problem); \(remedy)"
    return String(
      line.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? "?" : $0 })
  }
}
