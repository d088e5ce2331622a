import Foundation
import TestSignals

/// The training recipe's test signal, by the formula in the head of the golden file.
enum GoldenSignal {
  /// Two seconds of it.
  static func samples(rate: Int) -> [Float] {
    var source = NoiseSource(seed: 1)
    return (0..<2 * rate).map { index in
      let time = Double(index) / Double(rate)
      let noise = 0.01 * source.next()
      guard time >= 0.5, time < 1.2 else { return Float(noise) }
      let turn = 2 * Double.pi * time
      let tone = sin(150 * turn) + 0.5 * sin(300 * turn) + 0.25 * sin(1350 * turn)
      return Float(noise + 0.2 * tone * (0.5 - 0.5 * cos(4 * turn)))
    }
  }
}
