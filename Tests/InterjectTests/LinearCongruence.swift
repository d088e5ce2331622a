/// Numbers that look random and are the same in every run.
struct LinearCongruence {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func between(_ low: Double, _ high: Double) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + (high - low) * Double(state >> 33) / Double(1 << 31)
  }

  mutating func chance(_ probability: Double) -> Bool { between(0, 1) < probability }
}
