import Conversation

/// The one place that decides whether a newcomer's speech is an interruption.
struct InterruptionJudge {
  private let hold: SampleTime
  private let overlap: SampleTime
  private let terminal: SampleTime

  init(settings: TurnSettings) {
    hold = SampleTime(seconds: settings.interruptionHold)
    overlap = SampleTime(seconds: settings.interruptionOverlap)
    terminal = SampleTime(seconds: settings.terminalOverlap)
  }

  /// How sure an interruption is, from 0 to 1; nil while the evidence does not suffice.
  ///
  /// The confidence grows with the newcomer's speech beyond the hold, since backchannels rarely
  /// outlast it.
  func confidence(_ evidence: InterruptionEvidence) -> Double? {
    guard evidence.ownSpeech >= hold, evidence.overlap >= overlap, evidence.overlap > terminal
    else { return nil }
    return min(1, 0.5 + 0.5 * evidence.overlap.seconds)
  }
}
