import Foundation

/// Signals that tests read back.
public enum Signals {
  /// A sine of an amplitude, `seconds` long.
  public static func sine(
    _ hertz: Double, rate: Int, seconds: Double, amplitude: Float = 0.5
  ) -> [Float] {
    (0..<Int(seconds * Double(rate))).map { index in
      amplitude * Float(sin(2 * .pi * hertz * Double(index) / Double(rate)))
    }
  }

  /// Something like speech: bursts of tones that glide between 200 Hz and 3.4 kHz, a function of time
  /// alone, so that it is the same at every rate.
  public static func bursts(rate: Int, seconds: Double, seed: Double = 0) -> [Float] {
    (0..<Int(seconds * Double(rate))).map { index in
      let time = Double(index) / Double(rate)
      let gate = pow(max(0, sin(2 * .pi * (1.3 + seed) * time)), 2)
      let glide = 2 * .pi * (300 * time + 150 * sin(2 * .pi * 0.7 * time) / (2 * .pi * 0.7))
      let voice = sin(glide) + 0.5 * sin(3 * glide) + 0.3 * sin(7 * glide + seed)
      return Float(0.25 * gate * voice)
    }
  }

  /// Two channels as interleaved frames.
  public static func interleave(_ left: [Float], _ right: [Float]) -> [Float] {
    zip(left, right).flatMap { [$0, $1] }
  }

  /// Samples as 16 bit integers.
  public static func shorts(_ samples: [Float]) -> [Int16] {
    samples.map { Int16(max(-32_768, min(32_767, ($0 * 32_768).rounded()))) }
  }
}
