import Conversation

/// Follows from the events since when the agent has had the floor.
struct AgentFloor {
  private var holder: Party?
  private var start = SampleTime.zero
  /// Since when each party has been speaking; nil where it is not.
  private var speaking = PartyPair<SampleTime?>(repeating: nil)

  /// The beginning of the agent's turn under way; nil where the agent has no turn.
  var since: SampleTime? { holder == .agent ? start : nil }

  /// Takes the next event.
  mutating func add(_ kind: Event.Kind) {
    switch kind {
    case .transition(_, let party, _, let start): (holder, self.start) = (party, start)
    case .turn:
      // A transition follows at once where the other has the floor now. After a long silence the
      // first words of the next turn may have begun before it is certain that this one is over.
      holder = nil
      takeFirstSpeaker()
    case .unknown(let party, let interval, _):
      // Who speaks on after it has a turn from there.
      holder = nil
      speaking[party] = nil
      if let since = speaking[party.other] { speaking[party.other] = max(since, interval.end) }
      takeFirstSpeaker()
    case .hold:
      holder = nil
      speaking = PartyPair(repeating: nil)
    case .speechStarted(let party, let start):
      speaking[party] = start
      if holder == nil { (holder, self.start) = (party, start) }
    case .speechCancelled(let party, let start):
      speaking[party] = nil
      if holder == party, self.start == start {
        holder = nil
        takeFirstSpeaker()
      }
    case .speech(let party, _): speaking[party] = nil
    default: break
    }
  }

  private mutating func takeFirstSpeaker() {
    for party in Party.allCases {
      guard let since = speaking[party], holder == nil || since < start else { continue }
      (holder, start) = (party, since)
    }
  }
}
