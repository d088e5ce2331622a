public import Conversation

/// An answer that came before the other had finished; experimental.
public struct RecordedAnswer: Equatable, Sendable {
  /// The one who answered.
  public let party: Party
  /// When the answer began.
  public let start: SampleTime
  /// How sure the finding is, from 0 to 1.
  public let confidence: Double
}
