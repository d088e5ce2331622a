import Conversation

/// Follows who holds the floor, frame by frame, and reports turns and transitions.
struct FloorTracker {
  private let settings: TurnSettings
  private let turnEndingSilence: Int
  private let monologueLength: Int
  private(set) var holder: Party?
  private var turnStart = 0
  private var isMonologue = false
  private var contest: FloorContest?
  private var segmentStart = PartyPair(repeating: 0)
  private var speechEnd = PartyPair<Int?>(repeating: nil)
  private var was = PartyPair(repeating: FrameState.silent)
  /// The end of the speech that a running contest's newcomer started in or after.
  private var endAtContest: Int?
  private var silentRun = 0
  private var lastTurn: (party: Party, end: Int)?

  init(settings: TurnSettings) {
    self.settings = settings
    turnEndingSilence = SampleTime(seconds: settings.deadAir).frames
    monologueLength = SampleTime(seconds: settings.monologue).frames
  }

  /// Takes the states of the next frame.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
    let before = was
    was = states
    if states.agent == .unknown || states.customer == .unknown {
      endTurn(emit: emit)
      // Speech that goes on after it counts from there.
      was = PartyPair(repeating: .unknown)
      lastTurn = nil
      silentRun = 0
      return
    }
    for party in Party.allCases where states[party] == .speaking {
      if before[party] != .speaking { segmentStart[party] = frame }
      speechEnd[party] = frame + 1
    }
    let isSilent = states.agent == .silent && states.customer == .silent
    silentRun = isSilent ? silentRun + 1 : 0
    if silentRun >= turnEndingSilence { endTurn(emit: emit) }
    guard let holder else {
      if let first = onlySpeaker(states) { begin(first, at: segmentStart[first], emit: emit) }
      return
    }
    let newcomer = holder.other
    if contest == nil, states[newcomer] == .speaking {
      contest = FloorContest(
        newcomer: newcomer, onset: segmentStart[newcomer], from: frame, settings: settings)
      endAtContest = states[holder] == .speaking ? nil : speechEnd[holder]
    }
    if contest != nil, endAtContest == nil, states[holder] == .silent {
      endAtContest = speechEnd[holder]
    }
    if let outcome = contest?.advance(frame, states) { settle(outcome, emit: emit) }
    if let party = self.holder, !isMonologue, states[party] == .speaking,
      frame + 1 - turnStart >= monologueLength
    {
      isMonologue = true
      emit(.monologueStarted(party, start: SampleTime(frames: turnStart)))
    }
  }

  /// Forgets a contest that began with speech which claimed nothing.
  mutating func dismiss(_ party: Party, within interval: Interval) {
    guard let contest, contest.newcomer == party, contest.onset >= interval.start.frames,
      contest.onset < interval.end.frames
    else { return }
    self.contest = nil
  }

  /// Ends the turn under way, as at the end of the stream.
  mutating func finish(emit: (Event.Kind) -> Void) {
    endTurn(emit: emit)
  }

  private func onlySpeaker(_ states: PartyPair<FrameState>) -> Party? {
    switch (states.agent, states.customer) {
    case (.speaking, .silent): .agent
    case (.silent, .speaking): .customer
    default: nil
    }
  }

  private mutating func settle(_ outcome: InterruptionOutcome, emit: (Event.Kind) -> Void) {
    guard let settled = contest else { return }
    contest = nil
    guard outcome == .floorTaken, let holder else { return }
    let end = endAtContest ?? settled.onset
    close(holder, end: end, emit: emit)
    begin(settled.newcomer, at: settled.onset, emit: emit)
  }

  private mutating func begin(_ party: Party, at start: Int, emit: (Event.Kind) -> Void) {
    if let lastTurn, lastTurn.party != party {
      emit(
        .transition(
          from: lastTurn.party, to: party, offset: SampleTime(frames: start - lastTurn.end),
          start: SampleTime(frames: start)))
    }
    holder = party
    turnStart = start
    isMonologue = false
  }

  private mutating func endTurn(emit: (Event.Kind) -> Void) {
    contest = nil
    guard let party = holder else { return }
    holder = nil
    close(party, end: speechEnd[party] ?? turnStart, emit: emit)
  }

  private mutating func close(_ party: Party, end: Int, emit: (Event.Kind) -> Void) {
    let interval = Interval(
      start: SampleTime(frames: turnStart), end: SampleTime(frames: max(turnStart, end)))
    emit(.turn(party, interval))
    if isMonologue { emit(.monologue(party, interval)) }
    isMonologue = false
    lastTurn = (party, interval.end.frames)
  }
}
