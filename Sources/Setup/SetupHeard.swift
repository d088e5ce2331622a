package import Conversation
import Glibc

/// What has been heard of one side in the course of a check.
package struct SetupHeard: Equatable, Sendable {
  /// The level, in dBFS, from which on sound counts as played: far above the hiss of an idle output.
  private static let audible = -50.0
  /// The level, in dBFS, below which there is nothing.
  private static let least = -100
  /// The looks without which nothing is said of the noise.
  private static let enough = 20
  /// The share of the looks that are the quietest: people pause for longer than that.
  private static let quiet = 10

  /// How long somebody spoke there.
  package private(set) var talk: SampleTime = .zero
  /// How long there was speech, or sound that is no hiss.
  package private(set) var sound: SampleTime = .zero
  /// How long its device was not heard.
  package private(set) var away: SampleTime = .zero
  /// The loudest look in dBFS; nil for digital silence throughout.
  package private(set) var loudest: Double?
  /// The looks of each level, in whole dB from `least`.
  private var levels = [Int](repeating: 0, count: 1 - least)
  private var looks = 0
  /// The looks at which nobody spoke.
  private var pauses = 0

  package init() {}

  mutating func take(_ side: SetupSide, for length: SampleTime) {
    guard side.isHeard else {
      away += length
      return
    }
    if side.isSpeaking { talk += length }
    if side.isSpeaking || (side.level ?? -.infinity) >= Self.audible { sound += length }
    if let level = side.level { loudest = max(loudest ?? level, level) }
    let level = (side.level ?? -.infinity).clamped(to: Double(Self.least)...0)
    levels[Int(level.rounded()) - Self.least] += 1
    looks += 1
    if !side.isSpeaking { pauses += 1 }
  }

  /// The level of the quietest tenth of the time in dBFS, which is the noise.
  ///
  /// Nil before two seconds, and where somebody speaks nearly all the time.
  /// What the engine takes for the background needs longer, and in a check both may begin at once.
  package var noiseLevel: Double? {
    guard looks >= Self.enough, 2 * pauses * Self.quiet >= looks else { return nil }
    var quieter = 0
    for (index, count) in levels.enumerated() {
      quieter += count
      if quieter * Self.quiet >= looks { return Double(index + Self.least) }
    }
    return nil
  }

  /// How far speech of a level is above the noise, in dB; nil before the noise is known.
  package func distance(ofSpeech level: Double) -> Double? {
    noiseLevel.map { noise in
      let ratio = pow(10, (level - noise) / 10)
      return 10 * log10(max(ratio - 1, 0.01))
    }
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
