package import Conversation
import VoiceActivity

/// Where input is poor enough to say so, or too poor to rely on its figures.
package enum QualityLimits {
  /// Speech less than this above the background, in dB, makes every boundary doubtful: below it
  /// the best detectors miss a tenth of the speech on simulated calls.
  private static let noisyBelow = 8.0
  /// A leak of at least this level, in dB, is worth a word.
  private static let leakAbove = -35.0
  /// A leak of at least this level hides speech: voices differ by as much from call to call.
  private static let heavyLeakAbove = -10.0
  /// Speech below this level, in dBFS, is near the last bits of 8-bit telephone codes.
  private static let lowBelow = -45.0
  /// Of speech below this level, in dBFS, a tenth is missed on simulated calls.
  private static let tooLowBelow = -55.0
  /// Sound that never exceeds this, 40 dB below full scale, is quieter than speech in any call.
  private static let faintPeak = 0.01
  /// Steady noise peaks less than this above its mean power, 16 dB, within hours; speech with pauses
  /// does not.
  private static let steadyCrest = 40.0
  /// A background of this power, 17 dB below full scale, is no room's.
  private static let garbledAbove = 0.02
  /// Samples that were read in another coding reach almost full scale; a hum does not.
  private static let garbledPeak = 0.9
  /// In a call of two a party says a word before the other has talked as long as this.
  private static let muchTalk = SampleTime(seconds: 30)
  /// The share of unknown time above which the figures say little of the call.
  private static let muchUnknown = 0.2

  /// Whether noise is close to the party's speech; false before both are known.
  static func isNoisy(_ measures: PartyMetrics) -> Bool {
    measures.signalToNoise.map { $0 < noisyBelow } ?? false
  }

  /// Whether a leak of a level in dB is worth a word; false for none.
  static func isLeak(_ level: Double?) -> Bool {
    level.map { $0 >= leakAbove } ?? false
  }

  /// Whether a leak of a level in dB hides speech; false for none.
  static func isHeavyLeak(_ level: Double?) -> Bool {
    level.map { $0 >= heavyLeakAbove } ?? false
  }

  /// Whether the party's speech is very quiet; false before its level is known.
  static func isLow(_ measures: PartyMetrics) -> Bool {
    measures.speechLevel.map { $0 < lowBelow } ?? false
  }

  /// Whether the party's speech is so quiet that some of it is missed.
  static func isTooLow(_ measures: PartyMetrics) -> Bool {
    measures.speechLevel.map { $0 < tooLowBelow } ?? false
  }

  /// Whether a channel in which a second of speech was not found has faint sound that is no steady
  /// noise, up to `peak`.
  static func isTooLowForSpeech(
    _ measures: PartyMetrics, peak: Double, powers: PowerSums
  ) -> Bool {
    guard measures.speechLevel == nil, peak < faintPeak, let mean = powers.backgroundPower else {
      return false
    }
    return peak * peak >= steadyCrest * mean
  }

  /// Whether a channel without a second of speech is loud from end to end, as samples are that were
  /// read in another coding or with their bytes swapped.
  static func isGarbled(_ measures: PartyMetrics, peak: Double, powers: PowerSums) -> Bool {
    measures.speechLevel == nil && peak >= garbledPeak
      && (powers.backgroundPower ?? 0) >= garbledAbove
  }

  /// Whether a party's channel gave less than a second of speech while the other talked for long.
  static func isWithoutSpeech(_ party: Party, _ metrics: Metrics) -> Bool {
    metrics.parties[party].speechLevel == nil && metrics.parties[party.other].talk >= muchTalk
  }

  /// Whether too much of the audio was lost.
  package static func isMuchUnknown(_ metrics: Metrics) -> Bool {
    metrics.duration > .zero
      && metrics.unknown.seconds > muchUnknown * metrics.duration.seconds
  }
}
