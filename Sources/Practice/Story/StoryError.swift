/// A story that cannot be told, with its place and what to do.
public struct StoryError: Error, Equatable, Sendable {
  /// The kinds of failure that a caller can tell apart.
  public enum Code: Equatable, Sendable {
    /// There is no such file or built-in story.
    case notFound
    /// The file is no story.
    case notStory
    /// Nothing here can speak its words.
    case noVoice
  }

  /// The kind of failure.
  public let code: Code
  /// The file, with a line where there is one.
  public let place: String
  /// What is wrong, and what to do.
  public let problem: String

  init(_ code: Code, at place: String, _ problem: String) {
    self.code = code
    self.place = place
    self.problem = problem
  }
}

extension StoryError: CustomStringConvertible {
  /// The line for people.
  public var description: String { "\(place): \(problem)" }
}
