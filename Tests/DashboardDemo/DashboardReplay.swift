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

  init(path: String, speed: Double) throws {
    audio = try CallAudio.open(CallSource(.together(AudioInput(argument: path))))
    self.speed = speed
  }

  mutating func run() throws {
    var engine = Engine(configuration: Configuration(), rate: audio.rate)
    var tracker = CallTracker()
    let style = DashboardStyle(
      colour: getenv("NO_COLOR") == nil, ascii: getenv("DASHBOARD_ASCII") != nil)
    var dashboard = try LiveDashboard(
      DashboardState(devices: audio.parties), style: style, alert: .flash)
    let length = Int(Double(audio.rate.rawValue) * Self.blockSeconds)
    var agent = [Float](repeating: 0, count: length)
    var customer = agent
    let begun = ContinuousClock.now
    var samples = 0
    var events: [Event] = []
    while true {
      let portion = try agent.withUnsafeMutableBufferPointer { agent in
        try customer.withUnsafeMutableBufferPointer { customer in
          try audio.read(agent: agent, customer: customer)
        }
      }
      if portion.isEnd { break }
      engine.process(
        agent: agent.span.extracting(first: portion.samples),
        customer: customer.span.extracting(first: portion.samples), emit: { events.append($0) })
      samples += portion.samples
      let now = SampleTime(
        ticks: samples * SampleTime.ticksPerSecond / audio.rate.rawValue)
      let levels = PartyPair(agent: level(agent), customer: level(customer))
      for event in events { tracker.take(event) { dashboard.add($0) } }
      events.removeAll()
      tracker.advance(to: now, line: LineState(level: levels.customer)) { dashboard.add($0) }
      dashboard.state.advance(to: now, levels: levels)
      if let metrics = tracker.metrics(at: now) { dashboard.state.metrics = metrics }
      let due = begun + .seconds(Double(samples) / Double(audio.rate.rawValue) / speed)
      while ContinuousClock.now < due {
        for key in dashboard.takeKeys() {
          if key == .quit { return }
          obey(key, &dashboard.state, &tracker, at: now)
        }
        dashboard.refresh()
        var entry = pollfd(fd: dashboard.inputDescriptor, events: Int16(POLLIN), revents: 0)
        poll(&entry, 1, 10)
      }
    }
  }

  private func obey(
    _ key: DashboardKey, _ state: inout DashboardState, _ tracker: inout CallTracker,
    at now: SampleTime
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
