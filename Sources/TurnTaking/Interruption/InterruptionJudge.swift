import Conversation

/// The one place that decides whether a newcomer's speech is an interruption.
///
/// The evidence gives the odds at any moment; how good they must be depends on how long the
/// newcomer has been speaking, so that a clear case is flagged at once and a doubtful one waits.
struct InterruptionJudge {
  /// A delay of either side that a judgement should survive.
  private static let delay = SampleTime(seconds: 0.25).frames

  private let classifier = InterruptionWeights.classifier
  private let last = InterruptionWeights.last
  /// What the settings take off the odds; it says nothing against the flags that remain.
  let caution: Float
  private let limits: OnsetLimits
  private let otherSpoken: Int
  private let shortest: Int

  init(settings: TurnSettings) {
    caution = Float(settings.interruptionCaution)
    limits = OnsetLimits(settings: settings)
    otherSpoken = max(limits.simultaneous, SampleTime(seconds: settings.otherSpoken).frames)
    shortest = SampleTime(seconds: settings.newcomerSilent).frames
  }

  /// The logarithm of the odds that it is an interruption.
  func logit(_ evidence: InterruptionEvidence) -> Float {
    classifier.logit(evidence.values) - caution
  }

  /// The same once the floor has settled.
  func lastLogit(_ evidence: InterruptionEvidence) -> Float {
    last.logit(evidence.values) - caution
  }

  /// Whether it may be flagged at all, as far as is known.
  func mayBeFlagged(_ candidate: InterruptionCandidate) -> Bool {
    candidate.state == .followed && candidate.isHolder == false && !candidate.isFaint
      && !candidate.isBackchannel && candidate.lead >= otherSpoken
  }

  /// The odds from which on it is flagged now, so long after its onset; nil where none are enough.
  func neededToFlag(_ candidate: InterruptionCandidate, isNoisy: Bool) -> Float? {
    guard mayBeFlagged(candidate) else { return nil }
    let elapsed = Int(candidate.evidence[.elapsed])
    let steps = isNoisy ? InterruptionWeights.flaggedInNoise : InterruptionWeights.flagged
    for step in steps where elapsed < step.until { return step.logit }
    return nil
  }

  /// Whether the odds have become so bad that a flag need not wait for the floor.
  func isHopeless(_ candidate: InterruptionCandidate) -> Bool {
    logit(candidate.evidence) < InterruptionWeights.hopeless
  }

  /// Whether the odds are good enough for a flag to stand when the floor has settled.
  func stands(_ logit: Float, tookFloor: Bool, isNoisy: Bool) -> Bool {
    let needed = isNoisy ? InterruptionWeights.standsInNoise : InterruptionWeights.stands
    return logit >= (tookFloor ? needed.taken : needed.kept)
  }

  /// The class of an onset whose floor has settled; only what is flagged can be an interruption.
  func kind(_ candidate: InterruptionCandidate, logit: Float, isNoisy: Bool) -> OnsetClass {
    let tookFloor = candidate.outcome == .floorTaken
    var isClaim = false
    if case .flagged = candidate.state {
      isClaim = !candidate.isFaint && stands(logit, tookFloor: tookFloor, isNoisy: isNoisy)
    }
    return OnsetFacts(
      isHolder: candidate.isHolder == true, lead: candidate.lead, rest: candidate.rest,
      length: candidate.length, isBackchannel: candidate.isBackchannel, isClaim: isClaim,
      tookFloor: tookFloor
    ).kind(limits)
  }

  /// The probability that a claim without success was agreement; nil where it was too long for that.
  func agreement(_ candidate: InterruptionCandidate, logit: Float) -> Double? {
    guard candidate.outcome == .floorKept,
      candidate.length <= InterruptionWeights.longestAgreement
    else { return nil }
    return Odds.probability(-(logit + caution))
  }

  /// Whether the timing would allow the same judgement if either side were late.
  func holdsUnderDelay(_ candidate: InterruptionCandidate) -> Bool {
    candidate.lead - Self.delay >= otherSpoken && candidate.rest - Self.delay > limits.terminal
  }

  /// Why a flag is taken back while the floor is open.
  func reason(_ candidate: InterruptionCandidate) -> RetractionReason {
    candidate.isBackchannel && !candidate.isFaint
      ? .backchannel : reason(candidate.evidence, isFaint: candidate.isFaint)
  }

  /// What the evidence shows instead of an interruption.
  func reason(_ evidence: InterruptionEvidence, isFaint: Bool) -> RetractionReason {
    if isFaint { return .bleed }
    if Int(evidence[.otherRest]) <= limits.terminal { return .terminal }
    if Int(evidence[.ownLength] + evidence[.ownMore]) <= shortest { return .tooShort }
    return Int(evidence[.ownChain]) >= limits.acknowledgement ? .acknowledgement : .backchannel
  }

  /// Why a flag is taken back once its onset has a class.
  func reason(_ candidate: InterruptionCandidate, _ kind: OnsetClass) -> RetractionReason {
    switch kind {
    case .backchannel: .backchannel
    case .acknowledgement: candidate.isFaint ? .bleed : .acknowledgement
    case .resumption, .simultaneousStart: .resumption
    case .terminal: .terminal
    case .other where candidate.outcome == .floorTaken: candidate.isFaint ? .bleed : .terminal
    case .interruption, .other: reason(candidate)
    }
  }
}
