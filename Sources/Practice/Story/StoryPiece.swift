public import Conversation

/// A part of a story: a line, and how the customer goes on after it.
public struct StoryPiece: Equatable, Sendable {
  /// What the customer does after the line.
  public enum Continuation: Equatable, Sendable {
    /// It pauses, and goes on by itself: the story is not over.
    case pause(SampleTime)
    /// It waits: this is the place to answer.
    case answer
  }

  /// Its name in the story.
  public var name: String
  /// What is said.
  public var line: StoryLine
  /// How the customer goes on.
  public var continuation: Continuation
  /// The lowest difficulty at which the customer tells it.
  public var level: StoryDifficulty
  /// The piece after it; nil at the end of the story.
  public var next: Int?
  /// The piece after it where the listener has encouraged the customer; nil for the usual one.
  public var encouraged: Int?
  /// The piece after it where the listener has interrupted it; nil where the customer picks it up again.
  public var interrupted: Int?

  /// Creates a piece.
  public init(
    name: String, line: StoryLine, continuation: Continuation, level: StoryDifficulty = .easy,
    next: Int?, encouraged: Int? = nil, interrupted: Int? = nil
  ) {
    self.name = name
    self.line = line
    self.continuation = continuation
    self.level = level
    self.next = next
    self.encouraged = encouraged
    self.interrupted = interrupted
  }
}
