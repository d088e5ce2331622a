public import Conversation

/// A condition of the input that makes figures doubtful.
public struct RecordedWarning: Equatable, Sendable {
  /// The condition.
  public let code: WarningCode
  /// The one whose channel it concerns; nil for both.
  public let party: Party?
  /// The amount of audio consumed when it was noticed.
  public let at: SampleTime
}
