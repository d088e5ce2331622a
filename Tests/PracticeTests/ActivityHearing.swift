import Conversation
import TurnTaking
import VoiceActivity

/// The engine without its ears: who speaks in a frame is known, and events come of it.
struct ActivityHearing {
  private var turns = TurnTaking(settings: Configuration().turns)
  private var gates = PartyPair(
    repeating: ActivityGate(settings: Configuration().activity))
  private var speech = PartyPair<[Bool]>(repeating: [])

  /// Takes the next frame: what is known of the trainee's speech, and what happens.
  mutating func step(
    agent: Bool, customer: Bool, hear: (Double, SampleTime) -> Void, emit: (Event) -> Void
  ) {
    speech.agent.append(agent)
    speech.customer.append(customer)
    let frame = speech.agent.count - 1
    let settled = frame - ActivityGate.lookAhead
    let consumed = SampleTime(frames: frame + 1)
    let activities = PartyPair(
      agent: gates.agent.advance(
        early: agent ? 1 : 0, settled: settled >= 0 && speech.agent[settled] ? 1 : 0),
      customer: gates.customer.advance(
        early: customer ? 1 : 0, settled: settled >= 0 && speech.customer[settled] ? 1 : 0))
    if settled >= 0 {
      hear(speech.agent[settled] ? 1 : 0, SampleTime(frames: settled))
    }
    turns.advance(activities) { emit(Event(at: consumed, kind: $0)) }
  }

  /// Ends the stream.
  mutating func finish(emit: (Event) -> Void) {
    let end = SampleTime(frames: speech.agent.count)
    for _ in 0..<ActivityGate.lookAhead {
      step(agent: false, customer: false, hear: { _, _ in }, emit: emit)
    }
    let activities = PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish())
    turns.advance(activities) { emit(Event(at: end, kind: $0)) }
    turns.finish(at: end.frames) { emit(Event(at: end, kind: $0)) }
  }
}
