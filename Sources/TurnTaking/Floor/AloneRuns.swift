import Conversation

/// How long each party has spoken alone: silence of both breaks nobody's run, the other's speech does.
struct AloneRuns {
  private var frames = PartyPair(repeating: 0)

  /// The frames of a party's run.
  subscript(party: Party) -> Int { frames[party] }

  /// Takes the states of a frame in which both are heard.
  mutating func advance(_ states: PartyPair<FrameState>) {
    let isAgent = states.agent == .speaking
    let isCustomer = states.customer == .speaking
    guard isAgent || isCustomer else { return }
    frames.agent = isCustomer ? 0 : frames.agent + 1
    frames.customer = isAgent ? 0 : frames.customer + 1
  }
}
