/// The spread of one party's transition offsets: negative overlaps, positive gaps.
public struct ResponseTimes: Equatable, Sendable {
  /// The number of transitions.
  public var count: Int = 0
  /// The middle offset; nil without a transition.
  public var median: SampleTime?
  /// The offset that nine of ten stay below; nil for fewer than ten transitions.
  public var percentile90: SampleTime?

  /// Creates the spread of no transitions.
  public init() {}
}
