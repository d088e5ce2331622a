import Glibc
import VoiceActivity

/// The level of a party's speech and its distance to the background, in decibels.
struct SpeechLevels {
  /// The active speech level in dBFS, background included; nil before a second of speech.
  let level: Double?
  /// The speech, less the background in it, above the background, in dB; nil before both are known.
  let signalToNoise: Double?

  init(_ powers: PowerSums) {
    let speech = powers.speechPower
    let background = powers.backgroundPower
    level = speech.map { SpeechLevels.decibels($0) }
    guard let speech, let background else {
      signalToNoise = nil
      return
    }
    // The last bit of 16 is the smallest background that a level can be measured against.
    let floor = max(background, 1e-10)
    signalToNoise = SpeechLevels.decibels(max(speech - background, 1e-10) / floor)
  }

  /// The level of audio with a mean square; nil for digital silence.
  ///
  /// Below the last bit of 24 there is nothing but the rounding of the sums.
  static func audible(_ power: Double) -> Double? {
    power > 1e-14 && power.isFinite ? 10 * log10(power) : nil
  }

  private static func decibels(_ power: Double) -> Double {
    10 * log10(max(power, 1e-12))
  }
}
