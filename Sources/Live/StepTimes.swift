/// How long the engine took for each 10 ms of a call: a histogram of whole microseconds.
///
/// A block of several times 10 ms counts as that many steps of equal length.
public struct StepTimes: Equatable, Sendable {
  /// Longer steps count as this long.
  private static let highest = 10_000

  /// The steps.
  public private(set) var count = 0
  /// The longest, in nanoseconds.
  public private(set) var longest = 0
  private var counts = [Int](repeating: 0, count: StepTimes.highest + 1)

  mutating func add(nanoseconds: Int, count number: Int) {
    let each = max(nanoseconds, 0) / number
    counts[min(each / 1000, StepTimes.highest)] += number
    count += number
    longest = max(longest, each)
  }

  /// The longest in microseconds, rounded up.
  public var longestMicroseconds: Int { (longest + 999) / 1000 }

  /// The length in microseconds, rounded up, that this share of all steps does not exceed.
  ///
  /// Never more than the longest; nil without steps.
  public func quantile(_ share: Double) -> Int? {
    let rank = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for (length, number) in counts.enumerated() {
      seen += number
      if seen >= rank { return min(length + 1, longestMicroseconds) }
    }
    return nil
  }
}
