import Conversation

/// Follows from the events since when the agent has had the floor.
struct AgentFloor {
  private var holder: Party?
  private var start = SampleTime.zero

  /// The beginning of the agent's turn under way; nil where the agent has no turn.
  var since: SampleTime? { holder == .agent ? start : nil }

  /// Takes the next event.
  mutating func add(_ kind: Event.Kind) {
    switch kind {
    case .transition(_, let party, _, let start): (holder, self.start) = (party, start)
    // A transition follows at once where the other has the floor now; on hold nobody has it.
    case .turn, .unknown, .hold: holder = nil
    case .speechStarted(let party, let start) where holder == nil:
      (holder, self.start) = (party, start)
    case .speechCancelled(let party, let start) where holder == party && self.start == start:
      holder = nil
    default: break
    }
  }
}
