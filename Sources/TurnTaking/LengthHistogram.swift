import Conversation

/// The spread of lengths on the frame grid, in constant memory: exact between its ends.
struct LengthHistogram: Equatable {
  private let lowest: Int
  private var counts: [Int]
  private(set) var count = 0

  /// Creates an empty histogram of the frames from `lowest` up to, not including, `highest`.
  init(lowest: Int, highest: Int) {
    self.lowest = lowest
    counts = [Int](repeating: 0, count: highest - lowest)
  }

  /// Counts a length; what lies outside the ends counts at the end.
  mutating func add(_ length: SampleTime) {
    counts[min(max(length.frames - lowest, 0), counts.count - 1)] += 1
    count += 1
  }

  /// Adds the lengths of a histogram with the same ends.
  mutating func add(_ other: LengthHistogram) {
    for (index, number) in other.counts.enumerated() { counts[index] += number }
    count += other.count
  }

  /// The smallest length that at least `share` of all stay at or below; nil for none.
  func quantile(_ share: Double) -> SampleTime? {
    guard count > 0 else { return nil }
    let rank = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    for (index, number) in counts.enumerated() {
      seen += number
      if seen >= rank { return SampleTime(frames: lowest + index) }
    }
    return nil
  }
}
