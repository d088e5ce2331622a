import CRealtime
import Conversation
import Listening
import Realtime
import Synchronization
import VoiceActivity

/// The work of the engine's thread: blocks from the source, through the engine, into the queue.
struct LiveLoop<Source: LiveSource & ~Copyable>: ~Copyable {
  private var source: Source
  private var engine: Engine
  private var outlet: LiveOutlet
  private let control: LiveControl
  private let settings: LiveSettings
  private let statusInterval: Int?
  private let followsCalls: Bool
  private var meters = PartyPair(repeating: LiveMeter())
  /// What is heard of an agent who is muted elsewhere.
  private let silence: [Float]
  private var wasMuted = false
  private var steps = StepTimes()
  private var samplesLeft: Int
  private var samplesToStatus = 0

  init(
    source: consuming Source, settings: LiveSettings, queue: BoundedQueue<LiveItem>,
    control: LiveControl
  ) {
    let rate = source.rate
    engine = Engine(
      configuration: settings.configuration, rate: rate, kernels: settings.kernels,
      followsCalls: settings.followsCalls)
    outlet = LiveOutlet(queue: queue, control: control, waits: source.waits)
    self.control = control
    followsCalls = settings.followsCalls
    silence = Array(repeating: 0, count: rate.rawValue)
    self.settings = settings
    statusInterval = settings.statusInterval.map { rate.samples(in: $0) }
    samplesLeft = settings.duration.map { rate.samples(in: $0) } ?? .max
    self.source = source
  }

  /// Hears the call to its end, or until it is told to stop.
  mutating func run() {
    warmUp()
    var goneDevice: String?
    var hasEnded = false
    while !hasEnded, samplesLeft > 0, !control.isStopping.load(ordering: .relaxed) {
      outlet.announce()
      switch source.next(milliseconds: 100) {
      case .block(let samples, let unknown): take(min(samples, samplesLeft), unknown)
      case .device(let party, let state, let name): note(party, state, name)
      case .notice(let text): outlet.sendIfRoom(.notice(text))
      case .waiting: break
      case .ended(let gone):
        goneDevice = gone
        hasEnded = true
      }
    }
    finish(stopped: !hasEnded && samplesLeft > 0, goneDevice)
  }

  /// Has another engine hear a little silence, so that no part of the call waits for code, tables and
  /// stack to be fetched the first time.
  private func warmUp() {
    var engine = Engine(
      configuration: settings.configuration, rate: source.rate, kernels: settings.kernels,
      followsCalls: settings.followsCalls)
    engine.skip(samples: source.rate.rawValue / 5, unknown: PartyPair(repeating: nil)) { _ in }
  }

  /// Puts a block through the engine; withheld audio never gets there.
  private mutating func take(_ samples: Int, _ unknown: PartyPair<UnknownReason?>) {
    samplesLeft -= samples
    let begun = ij_clock_monotonic()
    let isPaused = control.isPaused.load(ordering: .relaxed)
    let isMuted = control.isAgentMuted.load(ordering: .relaxed)
    if isMuted != wasMuted { Self.note(muted: isMuted, &engine, &outlet) }
    wasMuted = isMuted
    if isPaused {
      settings.recorder?.addSilence(samples: samples, waits: outlet.waits)
      Self.skip(&engine, samples, &outlet)
    } else {
      let agent = isMuted && samples <= silence.count ? silence : source.agent
      let customer = source.customer
      meters.agent.add(agent.span.extracting(first: samples))
      meters.customer.add(customer.span.extracting(first: samples))
      settings.recorder?.add(
        agent: agent.span.extracting(first: samples),
        customer: customer.span.extracting(first: samples), waits: outlet.waits)
      Self.process(
        &engine, agent.span.extracting(first: samples), customer.span.extracting(first: samples),
        unknown, &outlet)
    }
    steps.add(
      nanoseconds: Int(ij_clock_monotonic() - begun),
      count: max(1, samples / source.rate.frameLength))
    guard let statusInterval else { return }
    samplesToStatus -= samples
    if samplesToStatus <= 0 {
      samplesToStatus = statusInterval
      tellStatus(
        isHeard: PartyPair(
          agent: !isPaused && unknown.agent == nil, customer: !isPaused && unknown.customer == nil))
    }
  }

  private mutating func tellStatus(isHeard: PartyPair<Bool>) {
    outlet.send(
      LiveStatus(
        consumed: engine.consumed,
        levels: PartyPair(agent: meters.agent.take(), customer: meters.customer.take()),
        isHeard: isHeard, customerSound: engine.customerSound, counts: engine.counts,
        doubts: engine.doubts,
        metrics: followsCalls ? nil : engine.metrics))
  }

  // Static, so that engine and outlet are each lent out exclusively.
  private static func process(
    _ engine: inout Engine, _ agent: Span<Float>, _ customer: Span<Float>,
    _ unknown: PartyPair<UnknownReason?>, _ outlet: inout LiveOutlet
  ) {
    engine.process(agent: agent, customer: customer, unknown: unknown) { outlet.send($0) }
  }

  private static func note(
    muted: Bool, _ engine: inout Engine, _ outlet: inout LiveOutlet
  ) {
    if muted {
      engine.mute(.agent) { outlet.send($0) }
    } else {
      engine.unmute(.agent) { outlet.send($0) }
    }
  }

  private static func skip(_ engine: inout Engine, _ samples: Int, _ outlet: inout LiveOutlet) {
    engine.skip(samples: samples, unknown: PartyPair(repeating: .paused)) { outlet.send($0) }
  }

  private mutating func note(_ party: Party?, _ state: DeviceState, _ name: String) {
    var outlet = self.outlet
    engine.note(device: name, of: party, is: state) { outlet.send($0) }
    self.outlet = outlet
  }

  /// Ends the recording, and notes what is missing in one that did not fail.
  private mutating func finishRecording() {
    guard let recorder = settings.recorder else { return }
    recorder.finish()
    guard recorder.failure == nil, recorder.leftOut > 0 else { return }
    let seconds = Double(recorder.leftOut) / Double(source.rate.rawValue)
    let tenths = Int((10 * seconds).rounded(.up))
    engine.add(
      note: "\(tenths / 10).\(tenths % 10) s of the recording are silence: the disk was too slow")
  }

  /// Sums up; there is time now to wait for a slow reader.
  private mutating func finish(stopped: Bool, _ goneDevice: String?) {
    finishRecording()
    var outlet = self.outlet
    outlet.waits = true
    for remark in source.remarks(stopped: stopped) {
      engine.add(note: remark.note, isDoubtful: remark.isDoubtful)
      if let code = remark.code { engine.warn(code, remark.party) { outlet.send($0) } }
    }
    if let goneDevice {
      engine.add(note: "device \(goneDevice) was lost and has not come back")
    }
    engine.finish { outlet.send($0) }
    if outlet.dropped > 0 {
      engine.add(note: "\(outlet.dropped) events were not written: their reader was too slow")
    }
    outlet.end(
      LiveEnding(
        summary: engine.summary, goneDevice: goneDevice, droppedEvents: outlet.dropped,
        steps: steps, counts: engine.counts))
  }
}
