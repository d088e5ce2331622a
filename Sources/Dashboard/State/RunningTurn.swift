import Conversation

/// Whose turn it is and since when, as far as that is known while it lasts.
struct RunningTurn: Equatable, Sendable {
  private(set) var current: (party: Party, since: SampleTime)? {
    get { party.map { ($0, since) } }
    set { (party, since) = (newValue?.party, newValue?.since ?? .zero) }
  }
  private var party: Party?
  private var since = SampleTime.zero

  /// Takes the next event; `speaking` is who speaks after it, and since when.
  mutating func follow(_ kind: Event.Kind, speaking: PartyPair<SampleTime?>) {
    switch kind {
    case .speechStarted(let party, let start) where current == nil: current = (party, start)
    // A change of speaker is known a second after it.
    case .transition(_, let party, _, let start): current = (party, start)
    case .turn(let party, _) where current?.party == party:
      current = speaking[party.other].map { (party.other, $0) }
    // It was too short, or the call or what was heard of it ends.
    case .speechCancelled(let party, let start)
    where current?.party == party && current?.since == start:
      current = nil
    case .deadAirStarted, .holdStarted, .callEnded: current = nil
    case .unknown(let party, _, _) where current?.party == party: current = nil
    default: break
    }
  }
}
