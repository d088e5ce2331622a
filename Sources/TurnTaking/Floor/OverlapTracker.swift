import Conversation

/// Finds where both speak at once and who goes on alone afterwards (Heldner & Edlund 2010).
struct OverlapTracker {
  private enum State {
    /// The state while at most one party speaks.
    case apart
    /// The state while both speak.
    case together(start: Int, by: Party)
    /// The state after an overlap that ended in silence, until one speaks alone.
    case undecided(Interval, by: Party)
  }

  private var state: State = .apart
  private var lastAlone: Party?
  private var segmentStart = PartyPair(repeating: -1)
  private var was = PartyPair(repeating: FrameState.silent)

  /// The start of the overlap that is not told yet; nil where there is none.
  var openSince: Int? {
    switch state {
    case .apart: nil
    case .together(let start, _): start
    case .undecided(let interval, _): interval.start.frames
    }
  }

  /// Takes the states of the next frame, and returns who came later where both now speak.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, ended: (Overlap) -> Void
  ) -> Party? {
    for party in Party.allCases where states[party] == .speaking && was[party] != .speaking {
      segmentStart[party] = frame
    }
    was = states
    if states.agent == .unknown || states.customer == .unknown {
      finish(at: frame, ended: ended)
      return nil
    }
    let isAgent = states.agent == .speaking
    let isCustomer = states.customer == .speaking
    if isAgent && isCustomer {
      if case .undecided(let interval, let by) = state {
        ended(Overlap(by: by, interval: interval, kind: .within))
      }
      if case .together = state { return nil }
      let by = newcomer()
      state = .together(start: frame, by: by)
      return by
    }
    if case .together(let start, let by) = state {
      let interval = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
      state = .undecided(interval, by: by)
    }
    if isAgent || isCustomer {
      let alone: Party = isAgent ? .agent : .customer
      if case .undecided(let interval, let by) = state {
        ended(Overlap(by: by, interval: interval, kind: alone == by ? .between : .within))
        state = .apart
      }
      lastAlone = alone
    }
    return nil
  }

  /// The one who came later; of two who start in the same frame, the one who did not speak last.
  private func newcomer() -> Party {
    if segmentStart.agent != segmentStart.customer {
      return segmentStart.agent > segmentStart.customer ? .agent : .customer
    }
    return lastAlone?.other ?? .customer
  }

  /// Ends an overlap whose aftermath is not heard; it counts as within-speaker.
  mutating func finish(at frame: Int, ended: (Overlap) -> Void) {
    switch state {
    case .apart: break
    case .together(let start, let by):
      let interval = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
      ended(Overlap(by: by, interval: interval, kind: .within))
    case .undecided(let interval, let by):
      ended(Overlap(by: by, interval: interval, kind: .within))
    }
    state = .apart
  }
}
