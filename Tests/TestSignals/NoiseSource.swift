/// White noise in [-1, 1] from a linear congruential generator: the same numbers everywhere.
public struct NoiseSource: Sendable {
  private var seed: UInt32

  /// Creates a source; equal seeds give equal noise.
  public init(seed: UInt32 = 1) {
    self.seed = seed
  }

  /// The next sample.
  public mutating func next() -> Double {
    seed = 1_664_525 &* seed &+ 1_013_904_223
    return Double(seed) / 2_147_483_648 - 1
  }
}
