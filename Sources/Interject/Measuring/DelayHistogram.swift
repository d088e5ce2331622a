import Histogram

/// Delays in nanoseconds and their percentiles, kept to three digits whatever their range.
///
/// Its memory is made once: recording allocates nothing for delays up to the longest. A negative
/// delay, an event before its true onset, counts as none.
public struct DelayHistogram: Sendable {
  /// The delay above which all count as this: a minute.
  public static let longest = 60_000_000_000

  private var counts = Histogram<UInt64>(
    highestTrackableValue: UInt64(longest), numberOfSignificantValueDigits: .three)

  /// Creates an empty histogram.
  public init() {}

  /// The delays recorded.
  public var count: Int { Int(counts.totalCount) }

  /// The greatest delay recorded in nanoseconds, exact to three digits; 0 when empty.
  public var maximum: Int { count == 0 ? 0 : Int(counts.max) }

  /// Records a delay in nanoseconds.
  public mutating func record(_ nanoseconds: Int) {
    counts.record(UInt64(min(max(nanoseconds, 0), Self.longest)))
  }

  /// The delay in nanoseconds that a percentage of those recorded does not exceed; 0 when empty.
  public func percentile(_ percentage: Double) -> Int {
    count == 0 ? 0 : min(Int(counts.valueAtPercentile(percentage)), maximum)
  }

  /// How many delays lie from the lower bound up to, not including, the upper, in nanoseconds.
  public func count(in range: Range<Int>) -> Int {
    var sum: UInt64 = 0
    for entry in counts.recordedValues() where range.contains(Int(entry.value)) {
      sum += entry.count
    }
    return Int(sum)
  }
}
