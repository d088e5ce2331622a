import Conversation
import Dashboard
import SampleCalls

extension DashboardState {
  /// The state after all events of a call, which is still under way.
  init(_ call: SampleCall) {
    self.init(devices: PartyPair(agent: "Headset Mono", customer: "Monitor of Headset"))
    add(Event(at: .frame, kind: .callStarted(start: .zero)))
    for event in call.events { add(event) }
    metrics = call.summary.metrics
    isReliable = call.summary.reliable
    withheld = call.summary.withheld
    for party in Party.allCases { parties[party].health.delay = SampleTime(seconds: 0.012) }
    advance(
      to: call.summary.metrics.duration, levels: PartyPair(agent: -52.4, customer: -18.2))
  }

  /// A call of 96.4 s in which the customer has the word and the agent has just begun to interrupt.
  static var interrupted: DashboardState {
    var state = DashboardState(.short)
    let start = state.now - SampleTime(seconds: 0.6)
    state.add(
      Event(at: start, kind: .speechStarted(.customer, start: start - SampleTime(seconds: 4))))
    state.add(Event(at: start, kind: .speechStarted(.agent, start: start)))
    state.add(Event(at: start, kind: .overlapStarted(by: .agent, start: start)))
    let flag = Interruption(id: 9, party: .agent, start: start, confidence: 0.8, salience: 0.6)
    state.add(Event(at: state.now, kind: .interruption(flag)))
    state.add(Event(at: state.now, kind: .mark))
    let nudge = Nudge(rule: .interrupted, start: start, outcome: .floorTaken)
    state.add(Event(at: state.now, kind: .guidance(nudge)))
    state.saving = .on
    return state
  }

  static var justStarted: DashboardState {
    var state = DashboardState(
      devices: PartyPair(agent: "default", customer: "pulse:DEVICE=@DEFAULT_MONITOR@"))
    state.advance(to: SampleTime(seconds: 2), levels: PartyPair(agent: -61, customer: nil))
    return state
  }

  static var paused: DashboardState {
    var state = DashboardState(.short)
    state.setPaused(true)
    state.advance(
      to: state.now + SampleTime(seconds: 12), levels: PartyPair(repeating: nil))
    return state
  }

  static var tenHours: DashboardState {
    var state = DashboardState(.long)
    state.parties.agent.health.overruns = 12
    state.parties.agent.health.unknown = SampleTime(seconds: 340)
    state.recording = .on
    state.saving = .on
    return state
  }
}
