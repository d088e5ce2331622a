public import Conversation

/// A change of who speaks.
public struct RecordedTransition: Equatable, Sendable {
  /// The one who spoke before.
  public let from: Party
  /// The one who speaks after it.
  public let to: Party
  /// The time from the end of the one to the start of the other; negative for an overlap.
  public let offset: SampleTime
  /// When the other started.
  public let start: SampleTime
}
