import Glibc

/// The level of the audio since it was last asked for, without a constant offset.
struct LiveMeter: Sendable {
  private var sum = 0.0
  private var squares = 0.0
  private var count = 0

  mutating func add(_ samples: Span<Float>) {
    var sum: Float = 0
    var squares: Float = 0
    for index in 0..<samples.count {
      sum += samples[index]
      squares += samples[index] * samples[index]
    }
    self.sum += Double(sum)
    self.squares += Double(squares)
    count += samples.count
  }

  /// Gives the level in dBFS and begins anew; nil for digital silence.
  mutating func take() -> Double? {
    defer { self = LiveMeter() }
    guard count > 0 else { return nil }
    let mean = sum / Double(count)
    let power = squares / Double(count) - mean * mean
    // Below the last bit of 24 there is nothing but the rounding of these sums.
    return power > 1e-14 && power.isFinite ? 10 * log10(power) : nil
  }
}
