import Conversation

/// Where input is poor enough to say so, or too poor to rely on its figures.
enum QualityLimits {
  /// Speech less than this above the background, in dB, makes every boundary doubtful: below it
  /// the best detectors miss a tenth of the speech on simulated calls.
  private static let noisyBelow = 8.0
  /// A leak of at least this level, in dB, is worth a word.
  private static let leakAbove = -35.0
  /// A leak of at least this level hides speech: voices differ by as much from call to call.
  private static let heavyLeakAbove = -10.0
  /// Speech below this level, in dBFS, is near the last bits of 8-bit telephone codes.
  private static let lowBelow = -45.0
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

  /// Whether too much of the audio was lost.
  static func isMuchUnknown(_ metrics: Metrics) -> Bool {
    metrics.duration > .zero
      && metrics.unknown.seconds > muchUnknown * metrics.duration.seconds
  }
}
