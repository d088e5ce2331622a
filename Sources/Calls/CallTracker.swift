public import Conversation
public import Listening
import Measures
import VoiceActivity

/// Finds calls in the event stream of a session and measures each of them.
///
/// It stands between the engine and whoever takes the events: it adds `call_started`, `call_ended`
/// and holds, turns the running measures and the guidance into those of the call, and takes out
/// dead air, measures and guidance where there is no call, and every judgement on hold, so that
/// what is told is what counts. Memory does not grow with the number of calls.
public struct CallTracker: Sendable {
  private enum State: Sendable {
    case waiting(CallCandidate)
    case running(RunningCall)
  }

  private let limits: CallLimits
  private var state: State
  private var music = HoldMusic()
  private var sound = SessionSound()
  private var totals = CallTotals()
  private let guidance: GuidanceSettings
  private var lastNudge: SampleTime?
  /// The interruptions that were not told, and whose ends are not told either.
  private var untold: [Int] = []

  /// Creates a tracker at the start of a session.
  public init(_ configuration: Configuration = Configuration()) {
    limits = CallLimits(configuration)
    guidance = configuration.guidance
    state = .waiting(CallCandidate(limits: limits))
  }

  /// The calls that have ended and in which both parties spoke.
  public var calls: Int { totals.calls }

  /// The measures of these calls, summed up.
  public var total: Metrics { totals.metrics }

  /// What the agent can learn from these calls.
  public var guidanceLines: [GuidanceLine] { totals.guidanceLines }

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
    guard !endsUntold(event.kind) else { return }
    switch state {
    case .waiting(var candidate):
      guard !candidate.isCrossedBorder(by: event.kind) else {
        leaveOut(event.kind)
        break
      }
      candidate.add(event)
      state = .waiting(candidate)
      switch event.kind {
      case .deadAirStarted, .deadAir, .guidance, .metrics: break
      default: emit(event)
      }
      beginIfHeard(at: event.at, emit: emit)
    case .running(var call):
      let answer = call.take(event)
      state = .running(call)
      if case .metrics = event.kind {
        emit(Event(at: event.at, kind: .metrics(call.metrics(at: event.at))))
      } else if answer.isTold {
        emit(event)
      } else {
        leaveOut(event.kind)
      }
      if let rule = answer.nudge {
        lastNudge = event.at
        emit(Event(at: event.at, kind: .guidance(rule)))
      }
    }
  }

  /// Notes that an event is not told, so that the end of its flag is not told either.
  private mutating func leaveOut(_ kind: Event.Kind) {
    if case .interruption(let flag) = kind { untold.append(flag.id) }
  }

  /// Whether an event ends an interruption that was not told.
  private mutating func endsUntold(_ kind: Event.Kind) -> Bool {
    let ended: Int
    switch kind {
    case .interruptionResolved(let resolution): ended = resolution.id
    case .retraction(let id, _): ended = id
    default: return false
    }
    guard let index = untold.firstIndex(of: ended) else { return false }
    untold.remove(at: index)
    return true
  }

  /// Moves the time on, as after every block of audio, and tells what that decides.
  public mutating func advance(to now: SampleTime, line: LineState, emit: (Event) -> Void) {
    sound.follow(line.counts, at: now)
    music.follow(line.sound, at: now)
    holdWithMusic(at: now, emit: emit)
    switch state {
    case .waiting: beginIfHeard(at: now, emit: emit)
    case .running(var call):
      let end = call.advance(to: now, line: line, sound: sound)
      state = .running(call)
      if let end { finish(call, to: end, at: now, emit: emit) }
    }
  }

  /// A new call begins now, as a key says; one that is under way is over.
  public mutating func startNewCall(at now: SampleTime, emit: (Event) -> Void) {
    if case .running(let call) = state { finish(call, to: now, at: now, emit: emit) }
    begin(from: now, sound: sound.sums, at: now, emit: emit)
  }

  /// The call is on hold, or goes on, as a key says; without a call nothing happens.
  public mutating func toggleHold(at now: SampleTime, emit: (Event) -> Void) {
    guard case .running(let call) = state else { return }
    if call.hold == nil {
      hold(from: now, isAsked: true, at: now, emit: emit)
    } else {
      resume(from: now, at: now, emit: emit)
    }
  }

  /// Ends the session: a call that is under way ends now, with what has been counted by then.
  public mutating func finish(
    at now: SampleTime, counts: SoundCounts? = nil, emit: (Event) -> Void
  ) {
    guard case .running(var call) = state else { return }
    if let counts {
      sound.follow(counts, at: now)
      call.follow(sound)
    }
    finish(call, to: now, at: now, emit: emit)
  }

  private mutating func beginIfHeard(at now: SampleTime, emit: (Event) -> Void) {
    guard case .waiting(var candidate) = state else { return }
    let start = candidate.start(at: now)
    state = .waiting(candidate)
    if let start { begin(from: start, sound: sound.sums(before: start), at: now, emit: emit) }
  }

  private mutating func begin(
    from start: SampleTime, sound: SoundSums, at now: SampleTime, emit: (Event) -> Void
  ) {
    let guidance = GuidanceTracker(settings: guidance, lastNudge: lastNudge, quietUntil: now)
    var call = RunningCall(
      start: start, at: now, limits: limits, guidance: guidance, sound: sound)
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
    let metrics = call.finish(to: end)
    if metrics.isCall { totals.add(call, metrics) }
    var candidate = CallCandidate(limits: limits, after: now)
    candidate.resume(speaking: call.speakingSince, at: now)
    state = .waiting(candidate)
    emit(Event(at: now, kind: .callEnded(interval, metrics)))
  }

  private mutating func holdWithMusic(at now: SampleTime, emit: (Event) -> Void) {
    guard case .running(let call) = state else { return }
    if let hold = call.hold {
      guard !hold.isAsked else { return }
      let isAgentBack = music.restSince.map { (call.speakingSince.agent ?? .zero) >= $0 } ?? false
      guard music.isOver || isAgentBack else { return }
      music.leave()
      resume(from: music.end(at: now), at: now, emit: emit)
    } else if let start = music.start(afterPlaying: limits.musicFor, at: now) {
      hold(from: max(start, call.lastWords), isAsked: false, at: now, emit: emit)
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

  /// The parties are back since a time.
  private mutating func resume(
    from end: SampleTime, at now: SampleTime, emit: (Event) -> Void
  ) {
    guard case .running(var call) = state else { return }
    let interval = call.endHold(at: end)
    state = .running(call)
    if let interval { emit(Event(at: now, kind: .hold(interval))) }
  }
}
