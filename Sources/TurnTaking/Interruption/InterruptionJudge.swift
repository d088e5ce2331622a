import Conversation

/// The one place that decides whether a newcomer's speech is an interruption.
///
/// The evidence gives the odds at any moment; how good they must be depends on how long the
/// newcomer has been speaking, so that a clear case is flagged at once and a doubtful one waits.
struct InterruptionJudge {
  private let classifier = InterruptionWeights.classifier
  /// What the settings take off the odds; it says nothing against the flags that remain.
  let caution: Float
  private let terminal: Int
  private let shortest: Int

  init(settings: TurnSettings) {
    caution = Float(settings.interruptionCaution)
    terminal = SampleTime(seconds: settings.terminalOverlap).frames
    shortest = SampleTime(seconds: settings.newcomerSilent).frames
  }

  /// The logarithm of the odds that it is an interruption.
  func logit(_ evidence: InterruptionEvidence) -> Float {
    classifier.logit(evidence.values) - caution
  }

  /// Whether the odds are good enough to flag, so long after the onset.
  func isFlagged(_ logit: Float, _ evidence: InterruptionEvidence, isNoisy: Bool) -> Bool {
    let elapsed = Int(evidence[.elapsed])
    let steps = isNoisy ? InterruptionWeights.flaggedInNoise : InterruptionWeights.flagged
    for step in steps where elapsed < step.until {
      return logit >= step.logit
    }
    return false
  }

  /// Whether the odds have become so bad that a flag need not wait for the floor.
  func isHopeless(_ logit: Float) -> Bool { logit < InterruptionWeights.hopeless }

  /// Whether a flag stands when the floor has settled.
  func stands(_ logit: Float, isNoisy: Bool) -> Bool {
    logit >= (isNoisy ? InterruptionWeights.standsInNoise : InterruptionWeights.stands)
  }

  /// Why a flag is taken back.
  func reason(_ evidence: InterruptionEvidence, isFaint: Bool) -> RetractionReason {
    if isFaint { return .bleed }
    if Int(evidence[.otherRest]) <= terminal { return .terminal }
    return Int(evidence[.ownLength] + evidence[.ownMore]) <= shortest ? .tooShort : .backchannel
  }
}
