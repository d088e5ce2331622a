import Calls
import Conversation
import Realtime
import Synchronization

/// The work of the engine's thread: one call, from its source into the queue.
struct LiveLoop<Source: LiveSource & ~Copyable>: ~Copyable {
  private let call: ServedCall<Source>
  private var outlet: LiveOutlet
  private let control: LiveControl
  private let settings: LiveSettings
  private let rate: EngineRate

  init(
    source: consuming Source, settings: LiveSettings, queue: BoundedQueue<LiveItem>,
    control: LiveControl
  ) {
    outlet = LiveOutlet(queue: queue, control: control, waits: source.waits)
    rate = source.rate
    call = ServedCall(source, settings: settings, timesSteps: true)
    self.control = control
    self.settings = settings
  }

  /// What is heard.
  var session: Session { call.session }

  /// Hears the call to its end, or until it is told to stop.
  mutating func run() {
    warmUp()
    while !call.isOver, !control.isStopping.load(ordering: .relaxed) {
      outlet.announce()
      let step = call.next(milliseconds: 100)
      obey()
      Self.take(step, call, control, &outlet)
    }
    finish()
  }

  /// Has another session hear a little silence, so that no part of the call waits for code, tables and
  /// stack to be fetched the first time.
  private func warmUp() {
    var session = ListeningSession(
      configuration: settings.configuration, rate: rate, kernels: settings.kernels)
    session.skip(samples: rate.rawValue / 5, unknown: PartyPair(repeating: nil)) { _ in }
  }

  private mutating func obey() {
    call.isPaused = control.isPaused.load(ordering: .relaxed)
    call.isAgentMuted = control.isAgentMuted.load(ordering: .relaxed)
    while let command = control.commands.take() { Self.obey(command, call, &outlet) }
  }

  // Static, so that the outlet is lent out exclusively.
  private static func obey(
    _ command: LiveCommand, _ call: ServedCall<Source>, _ outlet: inout LiveOutlet
  ) {
    switch command {
    case .mark: call.mark { outlet.send($0) }
    case .contest: call.contest { outlet.send($0) }
    case .startNewCall: call.startNewCall { outlet.send($0) }
    case .toggleHold: call.toggleHold { outlet.send($0) }
    }
  }

  private static func take(
    _ step: LiveStep, _ call: ServedCall<Source>, _ control: LiveControl,
    _ outlet: inout LiveOutlet
  ) {
    call.take(step) { item in
      if case .status = item { control.metrics.put(call.metrics) }
      outlet.send(item)
    }
  }

  /// Sums up; there is time now to wait for a slow reader.
  private mutating func finish() {
    outlet.waits = true
    var notes: [String] = []
    if outlet.dropped > 0 {
      notes.append("\(outlet.dropped) events were not written: their reader was too slow")
    }
    Self.finish(call, notes, &outlet)
  }

  private static func finish(
    _ call: ServedCall<Source>, _ notes: [String], _ outlet: inout LiveOutlet
  ) {
    call.finish(notes: notes) { outlet.send($0) }
  }
}
