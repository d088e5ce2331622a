import Conversation

/// The spread of lengths on the frame grid, exact between its ends; of a size that the longest decides.
struct LengthHistogram: Equatable {
  private let lowest: Int
  private let highest: Int
  /// The lengths from `lowest` up to the longest so far.
  private var counts: [UInt32] = []
  private(set) var count = 0

  /// Creates an empty histogram of the frames from `lowest` up to, not including, `highest`.
  init(lowest: Int, highest: Int) {
    self.lowest = lowest
    self.highest = highest
  }

  /// Counts a length; what lies outside the ends counts at the end.
  mutating func add(_ length: SampleTime) {
    let place = min(max(length.frames, lowest), highest - 1) - lowest
    makeRoom(for: place + 1)
    counts[place] += 1
    count += 1
  }

  /// Takes back a length that has been counted.
  mutating func remove(_ length: SampleTime) {
    let place = min(max(length.frames, lowest), highest - 1) - lowest
    guard counts.indices.contains(place), counts[place] > 0 else { return }
    counts[place] -= 1
    count -= 1
  }

  /// Adds the lengths of a histogram with the same ends.
  mutating func add(_ other: LengthHistogram) {
    makeRoom(for: other.counts.count)
    for (index, number) in other.counts.enumerated() { counts[index] += number }
    count += other.count
  }

  private mutating func makeRoom(for size: Int) {
    guard counts.count < size else { return }
    counts.append(contentsOf: repeatElement(0, count: size - counts.count))
  }

  /// The middle length, the mean of the two middle ones of an even number; nil for none.
  var median: SampleTime? {
    guard let lower = length(rank: (count + 1) / 2), let upper = length(rank: count / 2 + 1) else {
      return nil
    }
    return SampleTime(ticks: (lower + upper).ticks / 2)
  }

  /// The smallest length that at least `share` of all stay at or below; nil for none.
  func quantile(_ share: Double) -> SampleTime? {
    length(rank: max(1, Int((share * Double(count)).rounded(.up))))
  }

  /// The length that `rank` of all, counted from 1, stay at or below.
  private func length(rank: Int) -> SampleTime? {
    guard rank <= count else { return nil }
    var seen = 0
    for (index, number) in counts.enumerated() {
      seen += Int(number)
      if seen >= rank { return SampleTime(frames: lowest + index) }
    }
    return nil
  }
}
