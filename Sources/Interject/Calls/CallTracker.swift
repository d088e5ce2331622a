public import Conversation

/// Finds calls in the event stream of a session and measures each of them.
///
/// It stands between the engine and whoever takes the events: it adds `call_started`, `call_ended`
/// and holds, turns the running measures into those of the call, and takes out dead air and
/// measures where there is no call, and dead air and patience on hold. Memory does not grow with the
/// number of calls.
public struct CallTracker: Sendable {
  private enum State: Sendable {
    case waiting(CallCandidate)
    case running(RunningCall)
  }

  private let settings: CallSettings
  private var state: State
  private var musicSince: SampleTime?

  /// Creates a tracker at the start of a session.
  public init(settings: CallSettings = CallSettings()) {
    self.settings = settings
    state = .waiting(CallCandidate(settings: settings))
  }

  /// The beginning of the call under way.
  public var callStart: SampleTime? {
    if case .running(let call) = state { call.start } else { nil }
  }

  /// Whether the call under way is on hold.
  public var isOnHold: Bool {
    if case .running(let call) = state { call.hold != nil } else { false }
  }

  /// The measures of the call under way; nil where there is none.
  public func metrics(at now: SampleTime) -> Metrics? {
    if case .running(let call) = state { call.metrics(at: now) } else { nil }
  }

  /// Takes the engine's next event and passes on what is to be told.
  public mutating func take(_ event: Event, emit: (Event) -> Void) {
    switch state {
    case .waiting(var candidate):
      candidate.add(event)
      state = .waiting(candidate)
      switch event.kind {
      case .deadAirStarted, .deadAir, .guidance, .metrics: break
      default: emit(event)
      }
      beginIfHeard(at: event.at, emit: emit)
    case .running(var call):
      let isTold = call.take(event)
      state = .running(call)
      if case .metrics = event.kind {
        emit(Event(at: event.at, kind: .metrics(call.metrics(at: event.at))))
      } else if isTold {
        emit(event)
      }
    }
  }

  /// Moves the time on, as after every block of audio, and tells what that decides.
  public mutating func advance(to now: SampleTime, line: LineState, emit: (Event) -> Void) {
    follow(music: line.isMusic, at: now, emit: emit)
    switch state {
    case .waiting: beginIfHeard(at: now, emit: emit)
    case .running(var call):
      let end = call.advance(to: now, line: line)
      state = .running(call)
      if let end { finish(call, to: end, at: now, emit: emit) }
    }
  }

  /// A new call begins now, as a key says; one that is under way is over.
  public mutating func startNewCall(at now: SampleTime, emit: (Event) -> Void) {
    if case .running(let call) = state { finish(call, to: now, at: now, emit: emit) }
    begin(from: now, at: now, emit: emit)
  }

  /// The call is on hold, or goes on, as a key says; without a call nothing happens.
  public mutating func toggleHold(at now: SampleTime, emit: (Event) -> Void) {
    guard case .running(let call) = state else { return }
    if call.hold == nil {
      hold(from: now, isAsked: true, at: now, emit: emit)
    } else {
      resume(at: now, emit: emit)
    }
  }

  /// Ends the session: a call that is under way ends now.
  public mutating func finish(at now: SampleTime, emit: (Event) -> Void) {
    guard case .running(let call) = state else { return }
    finish(call, to: now, at: now, emit: emit)
  }

  private mutating func beginIfHeard(at now: SampleTime, emit: (Event) -> Void) {
    guard case .waiting(var candidate) = state else { return }
    let start = candidate.start(at: now)
    state = .waiting(candidate)
    if let start { begin(from: start, at: now, emit: emit) }
  }

  private mutating func begin(from start: SampleTime, at now: SampleTime, emit: (Event) -> Void) {
    var call = RunningCall(start: start, at: now, settings: settings)
    if case .waiting(let candidate) = state {
      for event in candidate.events { _ = call.take(event) }
    }
    state = .running(call)
    emit(Event(at: now, kind: .callStarted(start: start)))
  }

  private mutating func finish(
    _ call: RunningCall, to end: SampleTime, at now: SampleTime, emit: (Event) -> Void
  ) {
    var call = call
    if let interval = call.endHold(at: now) { emit(Event(at: now, kind: .hold(interval))) }
    let interval = Interval(start: call.start, end: end)
    let metrics = call.finalMetrics(to: end)
    var candidate = CallCandidate(settings: settings, after: now)
    candidate.resume(speaking: call.speakingSince, at: now)
    state = .waiting(candidate)
    emit(Event(at: now, kind: .callEnded(interval, metrics)))
  }

  private mutating func follow(music: Bool, at now: SampleTime, emit: (Event) -> Void) {
    musicSince = music ? musicSince ?? now : nil
    guard case .running(let call) = state else { return }
    if let musicSince, call.hold == nil, now - musicSince >= settings.musicFor {
      hold(from: max(musicSince, call.lastWords), isAsked: false, at: now, emit: emit)
    } else if !music, let hold = call.hold, !hold.isAsked {
      resume(at: now, emit: emit)
    }
  }

  private mutating func hold(
    from start: SampleTime, isAsked: Bool, at now: SampleTime, emit: (Event) -> Void
  ) {
    guard case .running(var call) = state else { return }
    call.beginHold(at: start, isAsked: isAsked)
    state = .running(call)
    emit(Event(at: now, kind: .holdStarted(start: start)))
  }

  private mutating func resume(at now: SampleTime, emit: (Event) -> Void) {
    guard case .running(var call) = state else { return }
    let interval = call.endHold(at: now)
    state = .running(call)
    if let interval { emit(Event(at: now, kind: .hold(interval))) }
  }
}
