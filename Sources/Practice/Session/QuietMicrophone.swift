/// A faint hiss in place of nothing at all, which microphones with a noise gate deliver between words.
///
/// Without a background the engine takes the first words after such silence for a leak of the customer:
/// what it compares is the change of levels, and there is none but theirs. The same samples get the
/// same hiss.
struct QuietMicrophone {
  /// The loudest sample of the hiss: about −70 dB on average, below every microphone's own.
  private static let loudest: Float = 0.0005

  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The samples of a frame, with the hiss where they are exactly zero.
  mutating func fill(_ samples: Span<Float>) -> [Float] {
    var filled: [Float] = []
    filled.reserveCapacity(samples.count)
    for index in samples.indices {
      filled.append(samples[index] == 0 ? hiss() : samples[index])
    }
    return filled
  }

  private mutating func hiss() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Float(state >> 40) / Float(1 << 23) - 1) * Self.loudest
  }
}
