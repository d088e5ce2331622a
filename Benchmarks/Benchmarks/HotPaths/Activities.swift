import Conversation
import Interject
import VoiceActivity

/// What the gates say of a second of the built-in call with an overlap in it.
struct Activities {
  let second: [PartyPair<PartyActivity>]

  init(_ call: SyntheticCall) {
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    second = (0..<100).map { frame in
      let time = SampleTime(seconds: 6 + Double(frame) / 100)
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
}
