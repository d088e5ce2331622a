/// How the last weeks compare with those before.
public struct TeamChange: Sendable {
  /// The ratio of the rates, 1 for no change.
  public let ratio: Double
  /// Its 95 % interval.
  public let interval: ClosedRange<Double>
  /// The weeks on either side.
  public let weeks: Int
  /// Whether it goes down only without flags that were marked as wrong, which is no change for the
  /// better that anybody has checked.
  public var restsOnMarks = false

  /// What can be said of it.
  public var direction: Direction {
    if interval.lowerBound > 1 { return .up }
    return interval.upperBound < 1 && !restsOnMarks ? .down : .unclear
  }

  /// A direction.
  public enum Direction: String, Sendable {
    case up, down, unclear
  }
}
