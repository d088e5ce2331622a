import CRealtime
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
  /// How long words are waited for once the audio is over, in milliseconds.
  private static var lastWords: Int { 5000 }

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
    // A recording that is not paced would be over before its words had come.
    if outlet.waits { awaitWords(milliseconds: .max) }
    while !call.isOver, !control.isStopping.load(ordering: .relaxed) {
      outlet.announce()
      let step = call.next(milliseconds: 100)
      obey()
      Self.take(step, call, control, &outlet)
    }
    // The last words come after their speech.
    call.endAudio()
    awaitWords(milliseconds: Self.lastWords)
    finish()
  }

  /// Waits until the last words of the call have come, or until the call is stopped.
  private mutating func awaitWords(milliseconds: Int) {
    var left = milliseconds
    while left > 0, call.awaitsWords, !control.isStopping.load(ordering: .relaxed) {
      Self.takeWords(call, &outlet)
      guard call.awaitsWords else { break }
      outlet.announce()
      ij_sleep(5_000_000)
      left -= 5
    }
  }

  private static func takeWords(_ call: ServedCall<Source>, _ outlet: inout LiveOutlet) {
    call.takeWords { outlet.send($0) }
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
    case .withdrawContest: call.withdrawContest { outlet.send($0) }
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
