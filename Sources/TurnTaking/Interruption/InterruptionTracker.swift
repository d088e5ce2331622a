import Conversation

/// Follows every onset inside the other's speech: flags, resolves and retracts interruptions, and gives
/// each onset its class.
///
/// Every flag ends in exactly one resolution or retraction.
struct InterruptionTracker {
  private let settings: TurnSettings
  private let judge: InterruptionJudge
  private let earlyAnswer: EarlyAnswer
  private let newcomerSilent: Int
  private let customerDelay: Int
  private var candidates: [InterruptionCandidate] = [] {
    didSet { isFollowing = !candidates.isEmpty }
  }
  private var overlaps = ClassifiedOverlaps()
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
    earlyAnswer = EarlyAnswer(settings: settings)
    newcomerSilent = SampleTime(seconds: settings.newcomerSilent).frames
    customerDelay = SampleTime(seconds: settings.customerDelay).frames
    candidates.reserveCapacity(32)
  }

  /// Opens a candidate where a party's confirmed segment starts inside the other's speech.
  ///
  /// With a delay of the customer's channel it may have been the other who came later.
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>, floor: FloorTracker) {
    guard let onset = histories[party].segmentStart,
      let otherStart = histories[party.other].segmentStart
    else { return }
    let shift = shift(of: party)
    if onset + shift >= otherStart {
      open(party, at: onset, shift: shift, inside: otherStart, histories: histories, floor: floor)
    } else {
      open(
        party.other, at: otherStart, shift: -shift, inside: onset, histories: histories,
        floor: floor)
    }
  }

  /// As the customer's own ears have it, the customer's sound was earlier by the delay.
  private func shift(of party: Party) -> Int {
    party == .customer ? -customerDelay : customerDelay
  }

  private mutating func open(
    _ party: Party, at onset: Int, shift: Int, inside otherStart: Int,
    histories: PartyPair<PartyHistory>, floor: FloorTracker
  ) {
    if let silence = histories[party].silenceBefore, silence < newcomerSilent { return }
    let other = histories[party.other]
    // Of speech still under way the end is not known yet.
    guard other.isSpeaking || onset + shift < other.lastActive,
      !candidates.contains(where: { $0.party == party && $0.onset == onset })
    else { return }
    var candidate = InterruptionCandidate(
      party: party, onset: onset, shift: shift, otherStart: otherStart, histories: histories,
      settings: settings)
    candidate.hold(floor, isFinal: false)
    candidates.append(candidate)
  }

  /// Takes the final states of a frame, and the floor before it.
  mutating func advance(_ frame: Int, _ states: PartyPair<FrameState>, floor: FloorTracker) {
    guard isFollowing else { return }
    for index in candidates.indices { candidates[index].advance(frame, states, floor: floor) }
  }

  /// Weighs the evidence known at the newest frame: flags, takes back what has become hopeless, and
  /// ends what has settled.
  ///
  /// The histories are lent, as in every frame copies would cost more than the answer; none is changed.
  mutating func weigh(histories: inout PartyPair<PartyHistory>, emit: (Event.Kind) -> Void) {
    var index = 0
    while index < candidates.count {
      switch candidates[index].party {
      case .agent:
        candidates[index].update(own: &histories.agent, other: &histories.customer)
        candidates[index].hear(rises.agent, own: &histories.agent)
      case .customer:
        candidates[index].update(own: &histories.customer, other: &histories.agent)
        candidates[index].hear(rises.customer, own: &histories.customer)
      }
      if let needed = judge.neededToFlag(candidates[index], isNoisy: isNoisy) {
        let logit = judge.logit(candidates[index].evidence)
        if logit >= needed {
          candidates[index].state = .flagged(id: nextID)
          emit(.interruption(flag(candidates[index], id: nextID, logit: logit)))
          nextID += 1
        }
      }
      if candidates[index].outcome != nil {
        settle(
          candidates[index], logit: judge.lastLogit(candidates[index].evidence), emit: emit)
        candidates.remove(at: index)
        continue
      }
      // Odds of what is not flagged would change nothing.
      if case .flagged = candidates[index].state, judge.isHopeless(candidates[index]) {
        withdraw(index, emit: emit)
      }
      index += 1
    }
  }

  private func flag(
    _ candidate: InterruptionCandidate, id: Int, logit: Float
  ) -> Interruption {
    Interruption(
      id: id, party: candidate.party, start: SampleTime(frames: candidate.onset),
      confidence: Confidence.of(logit + judge.caution, conditions),
      salience: Salience.ofFlag(candidate))
  }

  private mutating func withdraw(_ index: Int, emit: (Event.Kind) -> Void) {
    guard case .flagged(let id) = candidates[index].state else { return }
    emit(.retraction(id: id, judge.reason(candidates[index])))
    candidates[index].state = .withdrawn(id: id)
  }

  /// Takes a backchannel: a flag raised for it is taken back.
  mutating func credit(_ party: Party, within interval: Interval, emit: (Event.Kind) -> Void) {
    guard isFollowing else { return }
    for index in candidates.indices {
      candidates[index].credit(party, within: interval)
      if candidates[index].isBackchannel { withdraw(index, emit: emit) }
    }
  }

  /// The earliest start of what is still followed; nil where nothing is.
  var openSince: Int? { candidates.lazy.map { min($0.onset, $0.otherStart) }.min() }

  /// Takes a finished overlap, which is emitted once its onset has a class.
  mutating func add(_ overlap: Overlap, emit: (Event.Kind) -> Void) {
    let isOpen = candidates.contains {
      $0.party == overlap.by && $0.onset == overlap.interval.start.frames
    }
    overlaps.add(overlap, isOpen: isOpen, emit: emit)
  }

  /// Ends what is open at the end of the stream.
  mutating func finish(emit: (Event.Kind) -> Void) {
    for index in candidates.indices {
      candidates[index].finish()
      settle(candidates[index], logit: judge.lastLogit(candidates[index].evidence), emit: emit)
    }
    candidates.removeAll(keepingCapacity: true)
    overlaps.finish(emit: emit)
  }

  private mutating func settle(
    _ candidate: InterruptionCandidate, logit: Float, emit: (Event.Kind) -> Void
  ) {
    let kind = judge.kind(candidate, logit: logit, isNoisy: isNoisy)
    let start = SampleTime(frames: candidate.onset)
    if case .flagged(let id) = candidate.state {
      if kind == .interruption {
        emit(.interruptionResolved(resolution(candidate, id: id, logit: logit)))
      } else {
        emit(.retraction(id: id, judge.reason(candidate, kind)))
      }
    }
    if kind == .resumption, candidate.overlapFrames > 0 {
      emit(
        .resumption(
          Resumption(
            party: candidate.party, start: start,
            overStart: SampleTime(frames: candidate.otherStart),
            isContested: !candidate.isOverBackchannel)))
      if !candidate.isOverBackchannel, let confidence = earlyAnswer.confidence(candidate) {
        emit(
          .prematureAnswer(
            candidate.party.other, start: SampleTime(frames: candidate.otherStart),
            confidence: confidence))
      }
    }
    var onset = Onset(
      kind: kind, ownSilence: candidate.ownSilence.map { SampleTime(frames: $0) },
      lead: SampleTime(frames: candidate.lead),
      otherSpoken: SampleTime(frames: candidate.otherSpoken),
      offset: SampleTime(frames: -candidate.rest), evidence: evidence(candidate, logit: logit))
    switch candidate.state {
    case .flagged(let id) where kind != .interruption: onset.supersedes = id
    case .withdrawn(let id): onset.supersedes = id
    case .followed, .flagged: break
    }
    overlaps.settle(candidate.party, at: start, onset, emit: emit)
  }

  private func evidence(_ candidate: InterruptionCandidate, logit: Float) -> OnsetEvidence {
    OnsetEvidence(
      logit: logit, outcome: candidate.outcome ?? .unknown,
      elapsed: SampleTime(frames: Int(candidate.evidence[.elapsed])),
      length: SampleTime(frames: candidate.length),
      overlap: SampleTime(frames: candidate.overlapFrames), rise: candidate.rise,
      isFaint: candidate.isFaint)
  }

  private func resolution(
    _ candidate: InterruptionCandidate, id: Int, logit: Float
  ) -> InterruptionResolution {
    let outcome = candidate.outcome ?? .unknown
    return InterruptionResolution(
      id: id, outcome: outcome, overlap: SampleTime(frames: candidate.overlapFrames),
      salience: Salience.of(candidate, outcome: outcome),
      agreement: judge.agreement(candidate, logit: logit),
      holdsUnderDelay: judge.holdsUnderDelay(candidate))
  }
}
