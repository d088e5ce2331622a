import Conversation
import TestSignals

/// Random conversations whose segments and pauses no gate changes.
enum RandomConversation {
  /// Two parties that speak and pause regardless of each other, which makes every kind of overlap.
  static func reckless(seed: Int, unknown: Double = 0) -> PartyPair<[FrameState]> {
    var random = RandomSource(seed: seed)
    func party() -> [FrameState] {
      var states = [FrameState](repeating: .silent, count: Int.random(in: 0...200, using: &random))
      while states.count < 3000 {
        let longest = random.chance(0.4) ? 95 : 500
        append(.speaking, Int.random(in: 10...longest, using: &random), to: &states)
        if random.chance(unknown) {
          append(.unknown, Int.random(in: 1...200, using: &random), to: &states)
        }
        let pause = random.chance(0.1) ? 600 : random.chance(0.5) ? 80 : 300
        append(.silent, Int.random(in: 18...pause, using: &random), to: &states)
        if random.chance(unknown) {
          append(.unknown, Int.random(in: 1...200, using: &random), to: &states)
        }
      }
      return Array(states.prefix(3000))
    }
    return PartyPair(agent: party(), customer: party())
  }

  /// Two parties that take turns with pauses, gaps and overlaps that end a turn.
  static func orderly(seed: Int) -> PartyPair<[FrameState]> {
    var random = RandomSource(seed: seed)
    var states = PartyPair(repeating: [FrameState]())
    var party = Party.agent
    var start = Int.random(in: 0...100, using: &random)
    for _ in 0..<12 {
      pad(&states[party], to: start)
      for index in 0..<Int.random(in: 1...4, using: &random) {
        if index > 0 {
          append(.silent, Int.random(in: 18...250, using: &random), to: &states[party])
        }
        append(.speaking, Int.random(in: 120...300, using: &random), to: &states[party])
      }
      let offset = Int.random(in: -60...290, using: &random)
      start = states[party].count + (offset == 0 ? 1 : offset)
      party = party.other
    }
    let end = max(states.agent.count, states.customer.count) + 50
    for party in Party.allCases { pad(&states[party], to: end) }
    return states
  }

  private static func append(_ state: FrameState, _ count: Int, to states: inout [FrameState]) {
    states += [FrameState](repeating: state, count: count)
  }

  private static func pad(_ states: inout [FrameState], to count: Int) {
    append(.silent, max(0, count - states.count), to: &states)
  }
}
