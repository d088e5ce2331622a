/// What results tell of an agent's words, where there were words that the rules are for.
public struct AgentWords: Equatable, Sendable {
  /// The agent's questions.
  public var questions: Int = 0
  /// Those that are surely open; at least so many.
  public var openQuestions: Int = 0
  /// The stretches that may have played back what the customer had said.
  public var playbacks: Int = 0

  /// Creates the words of an agent who said nothing of the kind.
  public init() {}
}
