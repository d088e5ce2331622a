import AudioFiles
import Conversation
import Dashboard
import Glibc
import Interject

/// A recording that is heard at its own pace and shown.
struct DashboardReplay: ~Copyable {
  private static let blockSeconds = 0.05

  private var audio: CallAudio
  private let speed: Double
  private var engine: Engine
  private var tracker = CallTracker()
  private var agent: [Float]
  private var customer: [Float]
  private var samples = 0

  /// What a block of audio brought.
  private struct Step {
    var now: SampleTime
    var levels: PartyPair<Double?>
    var events: [Event] = []
  }

  init(path: String, speed: Double) throws {
    audio = try CallAudio.open(CallSource(.together(AudioInput(argument: path))))
    engine = Engine(configuration: Configuration(), rate: audio.rate)
    agent = Array(repeating: 0, count: Int(Double(audio.rate.rawValue) * Self.blockSeconds))
    customer = agent
    self.speed = speed
  }

  mutating func run() throws {
    let style = DashboardStyle(
      colour: getenv("NO_COLOR") == nil, ascii: getenv("DASHBOARD_ASCII") != nil)
    var dashboard = try LiveDashboard(
      DashboardState(devices: audio.parties), style: style, alert: .flash)
    let begun = ContinuousClock.now
    while let step = try hear() {
      for event in step.events { dashboard.add(event) }
      dashboard.state.advance(to: step.now, levels: step.levels)
      if let metrics = tracker.metrics(at: step.now) { dashboard.state.metrics = metrics }
      let due = begun + .seconds(step.now.seconds / speed)
      while ContinuousClock.now < due {
        for key in dashboard.takeKeys() {
          if key == .quit { return }
          obey(key, &dashboard.state, at: step.now)
        }
        let wait = min(dashboard.refresh(), due - ContinuousClock.now)
        var entry = pollfd(fd: dashboard.inputDescriptor, events: Int16(POLLIN), revents: 0)
        poll(&entry, 1, Int32(max(0, wait / .milliseconds(1))) + 1)
      }
    }
  }

  /// Prints beginning, end, length, talk and dead air of each call in seconds.
  static func printCalls(of path: String) throws {
    var replay = try DashboardReplay(path: path, speed: 1)
    var end = SampleTime.zero
    while let step = try replay.hear() {
      end = step.now
      print(step.events)
    }
    var events: [Event] = []
    replay.tracker.finish(at: end) { events.append($0) }
    print(events)
  }

  private static func print(_ events: [Event]) {
    for event in events {
      guard case .callEnded(let interval, let metrics) = event.kind else { continue }
      Swift.print(
        interval.start.seconds, interval.end.seconds, metrics.duration.seconds,
        (metrics.parties.agent.talk + metrics.parties.customer.talk).seconds,
        metrics.deadAir.total.seconds, metrics.hold.seconds)
    }
  }

  /// Hears the next block; nil at the end.
  private mutating func hear() throws -> Step? {
    let portion = try agent.withUnsafeMutableBufferPointer { agent in
      try customer.withUnsafeMutableBufferPointer { customer in
        try audio.read(agent: agent, customer: customer)
      }
    }
    if portion.isEnd { return nil }
    var heard: [Event] = []
    let heardAgent = agent
    let heardCustomer = customer
    engine.process(
      agent: heardAgent.span.extracting(first: portion.samples),
      customer: heardCustomer.span.extracting(first: portion.samples), emit: { heard.append($0) })
    samples += portion.samples
    var step = Step(
      now: SampleTime(ticks: samples * SampleTime.ticksPerSecond / audio.rate.rawValue),
      levels: PartyPair(agent: level(agent), customer: level(customer)))
    for event in heard { tracker.take(event) { step.events.append($0) } }
    let line = LineState(level: step.levels.customer)
    tracker.advance(to: step.now, line: line) { step.events.append($0) }
    return step
  }

  private mutating func obey(
    _ key: DashboardKey, _ state: inout DashboardState, at now: SampleTime
  ) {
    var events: [Event] = []
    switch key {
    case .pause: state.setPaused(!state.isPaused)
    case .mute: state.isAgentMuted.toggle()
    case .mark: events.append(Event(at: now, kind: .mark))
    case .newCall: tracker.startNewCall(at: now) { events.append($0) }
    case .hold: tracker.toggleHold(at: now) { events.append($0) }
    default: break
    }
    for event in events { state.add(event) }
  }

  private func level(_ samples: [Float]) -> Double? {
    let power = samples.reduce(0.0) { $0 + Double($1 * $1) } / Double(max(1, samples.count))
    return power > 0 ? 10 * log10(power) : nil
  }
}
