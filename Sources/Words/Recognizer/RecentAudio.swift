import Conversation

/// The last minute of a party's audio.
struct RecentAudio {
  private static let kept = SampleTime(seconds: 60)

  private let rate: Int
  private var samples: [Float] = []
  /// The count of samples before those that are kept.
  private var dropped = 0

  init(rate: Int) {
    self.rate = rate
  }

  mutating func append(_ new: UnsafeBufferPointer<Float>) {
    samples.append(contentsOf: new)
    let most = index(of: Self.kept)
    // Dropped in large pieces, so that the rest seldom moves.
    guard samples.count > 2 * most else { return }
    dropped += samples.count - most
    samples.removeFirst(samples.count - most)
  }

  /// Lends the samples of a stretch, as far as they are there.
  func samples<T>(
    from start: SampleTime, to end: SampleTime, _ body: (UnsafeBufferPointer<Float>) -> T
  ) -> T {
    let range = range(from: start, to: end)
    return samples.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The middle of the quietest tenth of a second in a stretch.
  func quietest(from start: SampleTime, to end: SampleTime) -> SampleTime {
    let step = SampleTime(seconds: 0.05)
    var best = (time: end, power: Float.infinity)
    var time = start
    while time + step <= end {
      let power = samples(from: time - step, to: time + step) { samples in
        samples.reduce(0) { $0 + $1 * $1 }
      }
      if power < best.power { best = (time, power) }
      time += step
    }
    return best.time
  }

  private func index(of time: SampleTime) -> Int {
    time.ticks / (SampleTime.ticksPerSecond / rate)
  }

  private func range(from start: SampleTime, to end: SampleTime) -> Range<Int> {
    let first = min(max(index(of: start) - dropped, 0), samples.count)
    return first..<min(max(index(of: end) - dropped, first), samples.count)
  }
}
