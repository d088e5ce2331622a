public import Conversation

/// A stretch in which both parties spoke.
public struct RecordedOverlap: Equatable, Sendable {
  /// The one who came later.
  public let by: Party
  /// The stretch.
  public let interval: Interval
  /// Who went on alone.
  public let kind: OverlapKind
}
