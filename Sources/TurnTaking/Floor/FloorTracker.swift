import Conversation

/// Follows who holds the floor, frame by frame, and reports turns and transitions.
struct FloorTracker {
  private enum State {
    /// Nobody has the floor: at the start, after a long silence of both, after unknown time.
    case free
    /// A turn is under way, and since its holder last spoke alone the other has not been heard.
    case held(Turn)
    /// The other has begun to speak in a turn, and neither has spoken alone for long since.
    case contested(Turn, FloorAttempt)
  }

  private struct Turn {
    let party: Party
    let start: Int
    /// The frame from which on the party counts as the holder.
    let since: Int
    var isMonologue = false
  }

  private let settings: TurnSettings
  private let turnEndingSilence: Int
  private let monologueLength: Int
  private var state: State = .free
  private var segmentStart = PartyPair(repeating: 0)
  private var speechEnd = PartyPair<Int?>(repeating: nil)
  private var was = PartyPair(repeating: FrameState.silent)
  private var silentRun = 0
  private var lastTurn: (party: Party, end: Int)?

  init(settings: TurnSettings) {
    self.settings = settings
    turnEndingSilence = SampleTime(seconds: settings.deadAir).frames
    monologueLength = SampleTime(seconds: settings.monologue).frames
  }

  private var turn: Turn? {
    switch state {
    case .free: nil
    case .held(let turn), .contested(let turn, _): turn
    }
  }

  /// The one whose turn it is.
  var holder: Party? { turn?.party }

  /// The frame from which on it is; 0 where nobody holds the floor.
  var since: Int { turn?.since ?? 0 }

  /// The earliest start of a turn that is under way or may turn out to be; nil where there is none.
  var openSince: Int? {
    var start = turn?.start
    for party in Party.allCases where was[party] == .speaking {
      start = min(start ?? .max, segmentStart[party])
    }
    if case .contested(_, let attempt) = state { start = min(start ?? .max, attempt.onset) }
    return start
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
    follow(frame, states, emit: emit)
    noteLength(frame, states, emit: emit)
  }

  private mutating func follow(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
    switch state {
    case .free:
      if let first = onlySpeaker(states) {
        begin(first, at: segmentStart[first], since: frame, emit: emit)
      }
    case .held(let turn):
      let newcomer = turn.party.other
      guard states[newcomer] == .speaking else { return }
      let end = states[turn.party] == .speaking ? nil : speechEnd[turn.party]
      let attempt = FloorAttempt(
        newcomer: newcomer, onset: segmentStart[newcomer], holderEnd: end, settings: settings)
      contest(turn, attempt, frame, states, emit: emit)
    case .contested(let turn, let attempt): contest(turn, attempt, frame, states, emit: emit)
    }
  }

  private mutating func contest(
    _ turn: Turn, _ attempt: FloorAttempt, _ frame: Int, _ states: PartyPair<FrameState>,
    emit: (Event.Kind) -> Void
  ) {
    var attempt = attempt
    switch attempt.advance(frame, states, lastEnd: speechEnd[turn.party]) {
    case nil: state = .contested(turn, attempt)
    case .kept: state = .held(turn)
    case .taken:
      close(turn, end: attempt.holderEnd ?? attempt.onset, emit: emit)
      begin(turn.party.other, at: attempt.onset, since: frame + 1, emit: emit)
    }
  }

  private mutating func noteLength(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
    guard var turn, !turn.isMonologue, states[turn.party] == .speaking,
      frame + 1 - turn.start >= monologueLength
    else { return }
    turn.isMonologue = true
    if case .contested(_, let attempt) = state {
      state = .contested(turn, attempt)
    } else {
      state = .held(turn)
    }
    emit(.monologueStarted(turn.party, start: SampleTime(frames: turn.start)))
  }

  /// Forgets an attempt that began with speech which claimed nothing.
  mutating func dismiss(_ party: Party, within interval: Interval) {
    guard case .contested(let turn, let attempt) = state, turn.party != party,
      attempt.onset >= interval.start.frames, attempt.onset < interval.end.frames
    else { return }
    state = .held(turn)
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

  private mutating func begin(
    _ party: Party, at start: Int, since: Int, emit: (Event.Kind) -> Void
  ) {
    if let lastTurn, lastTurn.party != party {
      emit(
        .transition(
          from: lastTurn.party, to: party, offset: SampleTime(frames: start - lastTurn.end),
          start: SampleTime(frames: start)))
    }
    state = .held(Turn(party: party, start: start, since: since))
  }

  private mutating func endTurn(emit: (Event.Kind) -> Void) {
    guard let turn else { return }
    state = .free
    close(turn, end: speechEnd[turn.party] ?? turn.start, emit: emit)
  }

  private mutating func close(_ turn: Turn, end: Int, emit: (Event.Kind) -> Void) {
    let interval = Interval(
      start: SampleTime(frames: turn.start), end: SampleTime(frames: max(turn.start, end)))
    emit(.turn(turn.party, interval))
    if turn.isMonologue { emit(.monologue(turn.party, interval)) }
    lastTurn = (turn.party, interval.end.frames)
  }
}
