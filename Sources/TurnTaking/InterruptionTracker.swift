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
  private var candidates: [InterruptionCandidate] = []
  private var nextID = 1

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
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>) {
    let other = histories[party.other]
    guard let onset = histories[party].segmentStart, let otherStart = other.segmentStart else {
      return
    }
    if let silence = histories[party].silenceBefore, silence < newcomerSilent { return }
    // As the customer's own ears have it, the customer's sound was earlier by the delay.
    let shift = party == .customer ? -customerDelay : customerDelay
    // Of speech still under way the end is not known yet.
    guard onset + shift - otherStart >= otherSpoken,
      other.isSpeaking || onset + shift < other.lastActive
    else { return }
    candidates.append(
      InterruptionCandidate(
        party: party, onset: onset, otherEnd: other.lastActive, settings: settings))
  }

  /// Weighs the evidence known at the newest frame.
  mutating func weigh(histories: PartyPair<PartyHistory>, emit: (Event.Kind) -> Void) {
    for index in candidates.indices {
      let party = candidates[index].party
      if candidates[index].isOtherSpeaking {
        let other = histories[party.other]
        candidates[index].isOtherSpeaking =
          other.isSpeaking && (other.segmentStart ?? 0) <= candidates[index].otherEnd
        candidates[index].otherEnd = max(candidates[index].otherEnd, other.lastActive)
      }
      guard candidates[index].id == nil else { continue }
      let own = histories[party].lastActive - candidates[index].onset
      let both =
        min(histories[party].lastActive, candidates[index].otherEnd) - candidates[index].onset
      let evidence = InterruptionEvidence(
        ownSpeech: SampleTime(frames: own), overlap: SampleTime(frames: both))
      guard let confidence = judge.confidence(evidence) else { continue }
      candidates[index].id = nextID
      emit(
        .interruption(
          Interruption(
            id: nextID, party: party, start: SampleTime(frames: candidates[index].onset),
            confidence: confidence,
            salience: salience(overlap: evidence.overlap, outcome: .unknown))))
      nextID += 1
    }
  }

  /// Takes the final states of a frame.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
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
    let overlap = SampleTime(frames: candidate.overlapFrames)
    emit(
      .interruptionResolved(
        InterruptionResolution(
          id: id, outcome: outcome, overlap: overlap,
          salience: salience(overlap: overlap, outcome: outcome))))
  }

  /// Half for the outcome (taken 1, unknown ½, kept 0), half for the overlap up to 2 s.
  private func salience(overlap: SampleTime, outcome: InterruptionOutcome) -> Double {
    let taken = outcome == .floorTaken ? 1.0 : outcome == .unknown ? 0.5 : 0
    return 0.5 * taken + 0.5 * min(1, overlap.seconds / 2)
  }
}
