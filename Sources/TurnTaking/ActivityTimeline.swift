import Conversation

/// What each party did in each frame, released once nothing can change it any more.
///
/// Segments become known at different delays: continuous talk and continuous silence at once, a
/// pause only after the bridge. The timeline waits for the slower party.
struct ActivityTimeline {
  /// The frames held while one party is undecided: over the longest bridge and shortest speech; a
  /// power of two.
  private static let capacity = 512

  private var states = PartyPair(repeating: InlineArray<512, FrameState>(repeating: .silent))
  private var known = PartyPair(repeating: 0)
  private(set) var released = 0

  /// Takes what became known about a party.
  mutating func update(_ party: Party, _ activity: PartyActivity) {
    var end = activity.known.frames
    if !activity.isHeard { end -= 1 }
    if case .confirmed(let start) = activity.edge {
      fill(party, upTo: start.frames, with: .silent)
      fill(party, upTo: end, with: .speaking)
    } else if case .ended(let interval) = activity.edge {
      fill(party, upTo: interval.end.frames, with: .speaking)
      fill(party, upTo: end, with: .silent)
    } else {
      fill(party, upTo: end, with: activity.isSpeaking ? .speaking : .silent)
    }
    if !activity.isHeard { fill(party, upTo: end + 1, with: .unknown) }
  }

  private mutating func fill(_ party: Party, upTo frame: Int, with state: FrameState) {
    let first = known[party]
    guard frame > first else { return }
    known[party] = frame
    switch party {
    case .agent: Self.fill(&states.agent, first..<frame, with: state)
    case .customer: Self.fill(&states.customer, first..<frame, with: state)
    }
  }

  // Static, so that the states are written where they lie.
  private static func fill(
    _ states: inout InlineArray<512, FrameState>, _ frames: Range<Int>, with state: FrameState
  ) {
    for frame in frames { states[frame & (capacity - 1)] = state }
  }

  /// The next frame whose states are final for both parties; nil while there is none.
  mutating func next() -> PartyPair<FrameState>? {
    guard released < min(known.agent, known.customer) else { return nil }
    let index = released & (Self.capacity - 1)
    released += 1
    return PartyPair(agent: states.agent[index], customer: states.customer[index])
  }
}
