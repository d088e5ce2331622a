import Conversation
import TurnTaking
import VoiceActivity

/// A made-up call and the events that turn-taking makes of it.
struct ScriptedCall {
  /// What each party did in each frame, as far as its gate could tell.
  let length: Int
  private(set) var events: [Event] = []

  /// Draws what both parties do. A mark stands for 100 ms: `#` speaks, `.` is silent, `?` is not
  /// heard; a number before a mark repeats it, spaces count nothing, the shorter party falls silent.
  init(agent: String, customer: String, settings: TurnSettings = TurnSettings()) {
    self.init(
      PartyPair(agent: Self.states(agent), customer: Self.states(customer)), settings: settings)
  }

  /// Runs the gates and turn-taking over what both parties do, frame by frame.
  init(_ states: PartyPair<[FrameState]>, settings: TurnSettings = TurnSettings()) {
    length = max(states.agent.count, states.customer.count)
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    var turns = TurnTaking(settings: settings)
    var said: [Event] = []
    func state(_ party: Party, _ frame: Int) -> FrameState {
      states[party].indices.contains(frame) ? states[party][frame] : .silent
    }
    func advance(_ party: Party, _ frame: Int) -> PartyActivity {
      if state(party, frame) == .unknown { return gates[party].suspend() }
      return gates[party].advance(
        early: state(party, frame) == .speaking ? 1 : 0,
        settled: state(party, frame - ActivityGate.lookAhead) == .speaking ? 1 : 0)
    }
    for frame in 0..<length + ActivityGate.lookAhead {
      let at = SampleTime(frames: min(frame + 1, length))
      let activities = PartyPair(agent: advance(.agent, frame), customer: advance(.customer, frame))
      turns.advance(activities) { said.append(Event(at: at, kind: $0)) }
    }
    let end = SampleTime(frames: length)
    let last = PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish())
    turns.advance(last) { said.append(Event(at: end, kind: $0)) }
    turns.finish(at: length) { said.append(Event(at: end, kind: $0)) }
    events = said
  }

  private static func states(_ drawing: String) -> [FrameState] {
    var states: [FrameState] = []
    var count = 0
    for mark in drawing where mark != " " {
      if let digit = mark.wholeNumberValue {
        count = 10 * count + digit
        continue
      }
      let state: FrameState = mark == "#" ? .speaking : mark == "?" ? .unknown : .silent
      states += [FrameState](repeating: state, count: 10 * max(1, count))
      count = 0
    }
    return states
  }
}
