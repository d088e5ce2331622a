import Conversation

/// Follows every onset inside the other's speech: flags, resolves and retracts interruptions.
///
/// Every flag ends in exactly one resolution or retraction.
struct InterruptionTracker {
  private let settings: TurnSettings
  private let judge: InterruptionJudge
  private let newcomerSilent: Int
  private let otherSpoken: Int
  private let customerDelay: Int
  private var candidates: [InterruptionCandidate] = [] {
    didSet { isFollowing = !candidates.isEmpty }
  }
  private var nextID = 1
  /// Whether it is less certain who speaks when; a flag then needs better odds to stand.
  var isNoisy = false
  /// How well the parties are heard: the confidence of a flag is lower where they are not.
  var conditions = HearingConditions()
  /// How much each party's voice has risen in its newest speech; nil while that is not known.
  var rises = PartyPair<Double?>(repeating: nil)
  /// Whether there is an onset whose floor has not settled; beside the rest, since in most frames
  /// that is all there is to know, and the candidates themselves are far away in memory.
  private(set) var isFollowing = false

  init(settings: TurnSettings) {
    self.settings = settings
    judge = InterruptionJudge(settings: settings)
    newcomerSilent = SampleTime(seconds: settings.newcomerSilent).frames
    otherSpoken =
      SampleTime(
        seconds: max(settings.otherSpoken, settings.simultaneousStart)
      ).frames
    customerDelay = SampleTime(seconds: settings.customerDelay).frames
    candidates.reserveCapacity(32)
  }

  /// Opens a candidate where a party's confirmed segment starts inside the other's speech.
  ///
  /// With a delay of the customer's channel it may have been the other who came later.
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>) {
    guard let onset = histories[party].segmentStart,
      let otherStart = histories[party.other].segmentStart
    else { return }
    let shift = shift(of: party)
    if onset + shift >= otherStart {
      open(party, at: onset, shift: shift, inside: otherStart, histories: histories)
    } else {
      open(party.other, at: otherStart, shift: -shift, inside: onset, histories: histories)
    }
  }

  /// As the customer's own ears have it, the customer's sound was earlier by the delay.
  private func shift(of party: Party) -> Int {
    party == .customer ? -customerDelay : customerDelay
  }

  private mutating func open(
    _ party: Party, at onset: Int, shift: Int, inside otherStart: Int,
    histories: PartyPair<PartyHistory>
  ) {
    if let silence = histories[party].silenceBefore, silence < newcomerSilent { return }
    let other = histories[party.other]
    // Of speech still under way the end is not known yet.
    guard onset + shift - otherStart >= otherSpoken,
      other.isSpeaking || onset + shift < other.lastActive,
      !candidates.contains(where: { $0.party == party && $0.onset == onset })
    else { return }
    candidates.append(
      InterruptionCandidate(
        party: party, onset: onset, shift: shift, otherStart: otherStart, histories: histories,
        settings: settings))
  }

  /// Weighs the evidence known at the newest frame: flags, and takes back what has become hopeless.
  mutating func weigh(histories: PartyPair<PartyHistory>, emit: (Event.Kind) -> Void) {
    var index = 0
    while index < candidates.count {
      candidates[index].update(histories: histories)
      candidates[index].hear(rises[candidates[index].party], histories: histories)
      let logit = judge.logit(candidates[index].evidence)
      if let id = candidates[index].id {
        if judge.isHopeless(logit) {
          emit(.retraction(id: id, reason(candidates[index])))
          candidates.remove(at: index)
          continue
        }
      } else if !candidates[index].isFaint,
        judge.isFlagged(logit, candidates[index].evidence, isNoisy: isNoisy)
      {
        candidates[index].id = nextID
        emit(.interruption(flag(candidates[index], id: nextID, logit: logit)))
        nextID += 1
      }
      index += 1
    }
  }

  private func reason(_ candidate: InterruptionCandidate) -> RetractionReason {
    judge.reason(candidate.evidence, isFaint: candidate.isFaint)
  }

  private func flag(
    _ candidate: InterruptionCandidate, id: Int, logit: Float
  ) -> Interruption {
    Interruption(
      id: id, party: candidate.party, start: SampleTime(frames: candidate.onset),
      confidence: Confidence.of(logit + judge.caution, conditions),
      salience: Salience.ofFlag(candidate))
  }

  /// Takes the final states of a frame.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
    guard isFollowing else { return }
    var index = 0
    while index < candidates.count {
      if frame >= candidates[index].onset, states.agent == .speaking, states.customer == .speaking {
        candidates[index].overlapFrames += 1
      }
      if let outcome = candidates[index].contest.advance(frame, states) {
        resolve(candidates[index], outcome, emit: emit)
        candidates.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Takes back what was flagged for speech that turned out to be a backchannel.
  mutating func retract(_ party: Party, within interval: Interval, emit: (Event.Kind) -> Void) {
    guard isFollowing else { return }
    candidates.removeAll { candidate in
      guard candidate.party == party, candidate.onset >= interval.start.frames,
        candidate.onset < interval.end.frames
      else { return false }
      if let id = candidate.id { emit(.retraction(id: id, .backchannel)) }
      return true
    }
  }

  /// Resolves what is open at the end of the stream as unknown.
  mutating func finish(emit: (Event.Kind) -> Void) {
    for candidate in candidates { resolve(candidate, .unknown, emit: emit) }
    candidates.removeAll(keepingCapacity: true)
  }

  private func resolve(
    _ candidate: InterruptionCandidate, _ outcome: InterruptionOutcome,
    emit: (Event.Kind) -> Void
  ) {
    guard let id = candidate.id else { return }
    let logit = judge.logit(candidate.evidence)
    guard !candidate.isFaint, judge.stands(logit, isNoisy: isNoisy) else {
      emit(.retraction(id: id, reason(candidate)))
      return
    }
    emit(
      .interruptionResolved(
        InterruptionResolution(
          id: id, outcome: outcome, overlap: SampleTime(frames: candidate.overlapFrames),
          salience: Salience.of(candidate, outcome: outcome))))
  }
}
