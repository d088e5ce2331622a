/// The spread of one party's transition offsets: negative overlaps, positive gaps.
public struct ResponseTimes: Equatable, Sendable {
  /// The number of transitions.
  public var count: Int
  /// The transitions with an offset under 0.2 s, overlaps included: ordinary, only counted.
  public var quick: Int
  /// The median offset; nil without a transition.
  public var median: SampleTime?
  /// The offset that nine of ten stay below; nil for fewer than ten transitions.
  public var percentile90: SampleTime?

  /// Creates a spread; of no transitions by default.
  public init(
    count: Int = 0, quick: Int = 0, median: SampleTime? = nil, percentile90: SampleTime? = nil
  ) {
    self.count = count
    self.quick = quick
    self.median = median
    self.percentile90 = percentile90
  }
}
