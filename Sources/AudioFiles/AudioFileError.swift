public import Conversation

/// An error thrown by reading a recording.
///
/// Its description is one line: where, what is wrong, and what to do about it.
public struct AudioFileError: Error, Hashable, Sendable {
  /// The kind of fault.
  public let code: Code
  /// The file, `stdin`, or the description of raw samples.
  public var place: String
  /// What is wrong.
  public let problem: String
  /// What the user can do about it.
  public var remedy: String
  /// The party that has the recording for itself, where its channel is in doubt.
  public let party: Party?

  init(_ code: Code, at place: String, problem: String, remedy: String, party: Party? = nil) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
    self.party = party
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
