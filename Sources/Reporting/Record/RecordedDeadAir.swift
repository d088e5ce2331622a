public import Conversation

/// A mutual silence that was too long.
public struct RecordedDeadAir: Equatable, Sendable {
  /// The silence.
  public let interval: Interval
  /// The one who spoke first after it; nil where the stream or unknown time ended it.
  public let endedBy: Party?
}
