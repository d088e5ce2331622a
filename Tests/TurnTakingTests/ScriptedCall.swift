import Conversation
import Measures
import TurnTaking
import VoiceActivity

@testable import Calls

/// Turn-taking and its measures, as the engine and a call put them together.
private struct Stage {
  private var turns: TurnTaking
  private var fold = MetricsFold()
  private var times = CallTimes(from: .zero)
  private var open = CallTimes.Open()
  private(set) var events: [Event] = []
  var at = SampleTime.zero

  init(settings: TurnSettings) {
    turns = TurnTaking(settings: settings)
  }

  var metrics: Metrics { fold.snapshot(at: at, times: times.sums(at: at, open: open).tally) }

  mutating func send(_ kind: Event.Kind) {
    let event = Event(at: at, kind: kind)
    events.append(event)
    fold.add(event)
    switch kind {
    case .speechStarted(let party, let start): open.speech[party] = start
    case .speechCancelled(let party, _): open.speech[party] = nil
    case .speech(let party, let interval):
      open.speech[party] = nil
      times.add(speech: interval, of: party)
    case .unknown(let party, let interval, _): times.add(unknown: interval, of: party)
    default: break
    }
  }

  mutating func advance(_ activities: PartyPair<PartyActivity>) {
    var said: [Event.Kind] = []
    turns.advance(activities) { said.append($0) }
    for kind in said { send(kind) }
  }

  mutating func finish(at length: Int) {
    var said: [Event.Kind] = []
    turns.finish(at: length) { said.append($0) }
    for kind in said { send(kind) }
    fold.finish()
  }
}

/// A made-up call and the events that turn-taking makes of it.
struct ScriptedCall {
  /// The frames of the call.
  let length: Int
  private(set) var events: [Event] = []
  /// The measures from time to time.
  private(set) var snapshots: [Metrics] = []
  /// The measures at the end.
  private(set) var metrics = Metrics()

  /// Draws what both parties do.
  ///
  /// A mark stands for 100 ms: `#` speaks, `.` is silent, `?` is not
  /// heard; a number before a mark repeats it, spaces count nothing, the shorter party falls silent.
  init(agent: String, customer: String, settings: TurnSettings = TurnSettings()) {
    self.init(
      PartyPair(agent: Self.states(agent), customer: Self.states(customer)), settings: settings)
  }

  /// Runs the gates and turn-taking over what both parties do, frame by frame.
  init(_ states: PartyPair<[FrameState]>, settings: TurnSettings = TurnSettings()) {
    length = max(states.agent.count, states.customer.count)
    var gates = PartyPair(repeating: ActivityGate(settings: ActivitySettings()))
    var stage = Stage(settings: settings)
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
      stage.at = SampleTime(frames: min(frame + 1, length))
      for party in Party.allCases {
        if frame <= length, state(party, frame) != .unknown, state(party, frame - 1) == .unknown {
          var start = frame
          while state(party, start - 1) == .unknown { start -= 1 }
          let stretch = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
          stage.send(.unknown(party, stretch, .lost))
        }
      }
      stage.advance(
        PartyPair(agent: advance(.agent, frame), customer: advance(.customer, frame)))
      if frame % 97 == 96, frame < length { snapshots.append(stage.metrics) }
    }
    stage.advance(PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish()))
    stage.finish(at: length)
    events = stage.events
    metrics = stage.metrics
  }

  /// Marks all interruptions as wrong.
  mutating func contest() {
    var fold = MetricsFold()
    for event in events { fold.add(event) }
    for event in events {
      if case .interruption(let flag) = event.kind {
        fold.add(Event(at: SampleTime(frames: length), kind: .contest(id: flag.id)))
      }
    }
    fold.finish()
    metrics = fold.snapshot(at: SampleTime(frames: length), times: TimeTally())
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
