import Conversation

/// The spread of pitches in constant memory, in steps of a quarter of a semitone.
struct PitchHistogram: Equatable {
  private static let lowest = 70.0
  private static let stepsPerOctave = 48.0
  /// Up to 420 Hz.
  private static let steps = 125
  /// A step up.
  private static let ratio = 1.014_545_334_937_623_7

  private var counts = [Int](repeating: 0, count: PitchHistogram.steps)
  private(set) var count = 0

  /// Counts a pitch in Hz; what lies outside counts at the end.
  mutating func add(_ pitch: Double) {
    let step = Self.stepsPerOctave * Logarithm.base2(pitch / Self.lowest)
    counts[min(max(Int(step), 0), Self.steps - 1)] += 1
    count += 1
  }

  /// Adds the pitches of another histogram.
  mutating func add(_ other: PitchHistogram) {
    for step in counts.indices { counts[step] += other.counts[step] }
    count += other.count
  }

  /// Takes away the pitches that had been counted at an earlier moment.
  mutating func subtract(_ earlier: PitchHistogram) {
    for step in counts.indices { counts[step] -= earlier.counts[step] }
    count -= earlier.count
  }

  /// Creates an empty histogram.
  init() {}

  init(_ pitches: InlineArray<125, UInt32>) {
    let pitches = pitches.span
    for step in counts.indices {
      counts[step] = Int(pitches[step])
      count += counts[step]
    }
  }

  /// The pitches by steps.
  var pitches: InlineArray<125, UInt32> { InlineArray { UInt32(truncatingIfNeeded: counts[$0]) } }

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    count = 0
  }

  /// The pitch that a share of all stay at or below, in the middle of its step; nil for none.
  func quantile(_ share: Double) -> Double? {
    guard count > 0 else { return nil }
    let rank = max(1, Int((share * Double(count)).rounded(.up)))
    var seen = 0
    var edge = Self.lowest
    for number in counts {
      seen += number
      if seen >= rank { return edge * 1.007_246_4 }
      edge *= Self.ratio
    }
    return nil
  }
}
