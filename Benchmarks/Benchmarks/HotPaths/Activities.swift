import Benchmarking
import Conversation
import VoiceActivity

/// What the gates say of every frame of the built-in call, with its overlaps.
struct Activities {
  private let frames: [PartyPair<PartyActivity>]

  init(_ call: SyntheticCall) {
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    frames = (0..<call.samples.agent.count / call.rate.frameLength).map { frame in
      let time = SampleTime(frames: frame)
      var speaks = PartyPair<Double>(repeating: 0.05)
      for party in Party.allCases
      where call.reference.speech[party].contains(where: { $0.start <= time && time < $0.end }) {
        speaks[party] = 0.95
      }
      return PartyPair(
        agent: gates.agent.advance(early: speaks.agent, settled: speaks.agent),
        customer: gates.customer.advance(early: speaks.customer, settled: speaks.customer))
    }
  }

  /// The frames of one second of the call, counted from 0.
  subscript(second second: Int) -> ArraySlice<PartyPair<PartyActivity>> {
    frames[100 * second..<100 * (second + 1)]
  }
}
