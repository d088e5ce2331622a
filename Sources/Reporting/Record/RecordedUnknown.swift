public import Conversation

/// A stretch in which a party was not heard.
public struct RecordedUnknown: Equatable, Sendable {
  /// The one who was not heard.
  public let party: Party
  /// The stretch.
  public let interval: Interval
  /// Why.
  public let reason: UnknownReason
}
