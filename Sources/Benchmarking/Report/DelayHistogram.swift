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

  /// The least delay recorded in nanoseconds; 0 when empty.
  public private(set) var minimum = 0
  /// The greatest delay recorded in nanoseconds; 0 when empty.
  public private(set) var maximum = 0

  /// Records a delay in nanoseconds.
  public mutating func record(_ nanoseconds: Int) {
    let delay = min(max(nanoseconds, 0), Self.longest)
    minimum = count == 0 ? delay : min(minimum, delay)
    maximum = max(maximum, delay)
    counts.record(UInt64(delay))
  }

  /// The delay in nanoseconds that a percentage of those recorded does not exceed; 0 when empty.
  ///
  /// It has three digits, as many as are kept.
  public func percentile(_ percentage: Double) -> Int {
    guard count > 0 else { return 0 }
    let kept = counts.medianEquivalentForValue(counts.valueAtPercentile(percentage))
    return min(max(Self.threeDigits(of: Int(kept)), minimum), maximum)
  }

  /// How many delays lie from the lower bound up to, not including, the upper, in nanoseconds.
  public func count(in range: Range<Int>) -> Int {
    var sum: UInt64 = 0
    for entry in counts.recordedValues() where range.contains(Int(entry.value)) {
      sum += entry.count
    }
    return Int(sum)
  }

  private static func threeDigits(of delay: Int) -> Int {
    var unit = 1
    while delay / unit >= 1000 { unit *= 10 }
    return (delay + unit / 2) / unit * unit
  }
}
