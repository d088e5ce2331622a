import Conversation

/// An answer that began before the other had finished: the holder of the floor comes back into it.
///
/// Own derivation: it begins within half a second of the holder's silence and lasts a second. Whether the
/// holder had been in the middle of something is hard to hear (docs/interruptions.md).
struct EarlyAnswer {
  private let within: Int
  private let shortest: Int

  init(settings: TurnSettings) {
    within = SampleTime(seconds: settings.prematureAnswerWithin).frames
    shortest = SampleTime(seconds: settings.prematureAnswer).frames
  }

  /// How sure it is that the other's speech was one, where a party comes back to its turn; else nil.
  func confidence(_ resumption: InterruptionCandidate) -> Double? {
    guard let silence = resumption.ownSilence else { return nil }
    let pause = silence - resumption.lead
    guard pause >= 0, pause <= within, resumption.lead + resumption.rest >= shortest else {
      return nil
    }
    return Self.confidence(pause: SampleTime(frames: pause).seconds)
  }

  /// The share of answers that came before the end of the other's dialogue act, after so many
  /// seconds of the other's pause (355 answers in 36 h of simulated calls for training).
  private static func confidence(pause: Double) -> Double { 0.21 - 0.15 * pause }
}
