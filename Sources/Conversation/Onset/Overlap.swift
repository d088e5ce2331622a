/// A stretch in which both parties spoke.
public struct Overlap: Equatable, Sendable {
  /// When both spoke.
  public var interval: Interval
  /// How it began; nil where `by` had paused for too short a time to begin anew.
  public var onset: Onset?
  /// The one who came later.
  public var by: Party
  /// Who goes on alone after it.
  public var kind: OverlapKind

  /// Creates an overlap.
  public init(by: Party, interval: Interval, kind: OverlapKind, onset: Onset? = nil) {
    self.by = by
    self.interval = interval
    self.kind = kind
    self.onset = onset
  }
}
