public import Conversation
public import Listening
import Measures
import VoiceActivity

/// Finds calls in the event stream of a session and measures each of them.
///
/// It sits between the engine and the reader of the events: it adds `call_started`, `call_ended`,
/// holds, running measures and guidance, and removes dead air outside calls, and every
/// judgement on hold, so that what is emitted is what counts. Memory does not grow with the number of
/// calls. Nobody copies it, so that no code is needed to copy all that it is made of.
public struct CallTracker: ~Copyable, Sendable {
  /// The audio between two `metrics` events.
  public static let metricsInterval: SampleTime = SampleTime(seconds: 10)

  /// The lessons of a call.
  private static let lessons = 3

  private let limits: CallLimits
  private let guidance: GuidanceSettings
  /// What has been heard lately while no call is under way.
  private var candidate: CallCandidate
  /// The call under way; nil between calls.
  private var call: RunningCall?
  /// Whether there is one; kept apart, since asking an optional of this size copies it.
  private var isUnderWay = false
  /// All that is heard, as long as no call has been found.
  private var uncalled: UncalledSpeech?
  private var music = HoldMusic()
  private var sound = SessionSound()
  private var totals = CallTotals()
  private var nextMetrics = CallTracker.metricsInterval
  private var settled = SampleTime.zero
  private var lastNudge: SampleTime?
  /// The interruptions that were not told, and whose ends are not told either.
  private var untold: [Int] = []
  private var watch = UnheardWatch(since: .zero)
  private var doubts = InputDoubts()

  /// Creates a tracker at the start of a session.
  public init(_ configuration: Configuration = Configuration()) {
    limits = CallLimits(configuration)
    guidance = configuration.guidance
    candidate = CallCandidate(limits: limits)
    uncalled = UncalledSpeech(limits: limits, guidance: configuration.guidance)
  }

  /// The calls that have ended and in which both parties spoke.
  public var calls: Int { totals.calls }

  /// The measures of these calls, summed up.
  public var total: Metrics { totals.metrics }

  /// What the agent can learn from these calls.
  public var guidanceLines: [GuidanceLine] { totals.guidanceLines }

  /// Whether the call under way is on hold.
  public var isOnHold: Bool { call?.hold.since != nil }

  /// The measures of the call under way; nil where there is none.
  public func metrics(at now: SampleTime) -> Metrics? { call?.metrics(at: now) }

  /// The measures of all that was heard in a session without a call, from its first word on, with
  /// their guidance; nil once a call has been found.
  func uncalled(at end: SampleTime) -> (metrics: Metrics, guidance: [GuidanceLine])? {
    uncalled?.finished(at: end)
  }

  /// Takes the engine's next event and passes on what counts.
  public mutating func take(_ event: Event, emit: (Event) -> Void) {
    guard !endsUntold(event.kind) else { return }
    watch.add(event.kind)
    guard isUnderWay else { return takeOutsideCall(event, emit: emit) }
    if let silence = call?.takeSilence(before: event) { emit(silence) }
    let answer = call?.take(event)
    if answer?.isTold == true { emit(event) } else { leaveOut(event.kind) }
    if let nudge = answer?.nudge {
      lastNudge = event.at
      emit(Event(at: event.at, kind: .guidance(nudge)))
    }
  }

  private mutating func takeOutsideCall(_ event: Event, emit: (Event) -> Void) {
    guard !candidate.isCrossedBorder(by: event.kind) else { return leaveOut(event.kind) }
    candidate.add(event)
    switch event.kind {
    case .deadAirStarted, .deadAir: break
    default:
      uncalled?.add(event, sound: sound)
      emit(event)
    }
    beginIfHeard(at: event.at, emit: emit)
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

  /// Advances the time, as at every look at the line, and reports what that decides.
  ///
  /// Once a call is over, `held` is asked for events that still belong to it.
  public mutating func advance(
    to now: SampleTime, line: LineState,
    held: () -> [Event] = { [] }, emit: (Event) -> Void
  ) {
    sound.follow(line.counts, at: now)
    music.follow(line.sound, at: now)
    doubts = line.doubts
    if let party = watch.look(at: now, line) {
      emit(Event(at: now, kind: .nothingHeard(party, since: watch.since)))
    }
    if !isUnderWay {
      uncalled?.advance(to: now, line: line, sound: sound)
      beginIfHeard(at: now, emit: emit)
    } else {
      holdWithMusic(at: now, emit: emit)
      if let end = call?.advance(to: now, line: line, sound: sound) {
        for event in held() {
          if case .words = event.kind { emit(event) } else { take(event, emit: emit) }
        }
        finish(to: end, at: now, emit: emit)
      }
    }
    guard now >= nextMetrics else { return }
    nextMetrics += Self.metricsInterval
    if let metrics = metrics(at: now) { emit(Event(at: now, kind: .metrics(metrics))) }
    if let open = line.openSince {
      settle(through: min(open, call?.openSilence?.start ?? open), at: now, emit: emit)
    }
  }

  /// Tells how far the conversation will not change any more, where that has moved on.
  private mutating func settle(
    through time: SampleTime, at now: SampleTime, emit: (Event) -> Void
  ) {
    guard time > settled else { return }
    settled = time
    emit(Event(at: now, kind: .settled(through: time)))
  }

  /// Begins a new call now, at the press of a key; one that is under way is over.
  public mutating func startNewCall(at now: SampleTime, emit: (Event) -> Void) {
    finish(to: now, at: now, emit: emit)
    watch = UnheardWatch(since: now)
    begin(from: now, sound: sound.sums, at: now, emit: emit)
  }

  /// Removes the latest interruption of the call under way from all figures, at the press of a key.
  public mutating func contest(at now: SampleTime, emit: (Event) -> Void) {
    guard let id = call?.flags.contestable else { return }
    take(Event(at: now, kind: .contest(id: id)), emit: emit)
  }

  /// Takes the last mark of the call under way back, as a key says.
  public mutating func withdrawContest(at now: SampleTime, emit: (Event) -> Void) {
    guard let id = call?.flags.lastContested else { return }
    take(Event(at: now, kind: .contestWithdrawn(id: id)), emit: emit)
  }

  /// Puts the call on hold, or resumes it, at the press of a key; without a call nothing happens.
  public mutating func toggleHold(at now: SampleTime, emit: (Event) -> Void) {
    if isOnHold {
      resume(from: now, at: now, emit: emit)
    } else {
      hold(from: now, isAsked: true, at: now, emit: emit)
    }
  }

  /// Ends the session: a call that is under way ends now, with what has been counted by then.
  public mutating func finish(
    at now: SampleTime, counts: SoundCounts? = nil, emit: (Event) -> Void
  ) {
    if let counts {
      sound.follow(counts, at: now)
      call?.follow(sound)
      uncalled?.follow(sound)
    }
    finish(to: now, at: now, emit: emit)
    settle(through: now, at: now, emit: emit)
  }

  private mutating func beginIfHeard(at now: SampleTime, emit: (Event) -> Void) {
    guard let start = candidate.start(at: now) else { return }
    begin(from: start, sound: sound.sums(before: start), at: now, emit: emit)
  }

  private mutating func begin(
    from start: SampleTime, sound: SoundSums, at now: SampleTime, emit: (Event) -> Void
  ) {
    let guidance = GuidanceTracker(settings: guidance, lastNudge: lastNudge, quietUntil: now)
    var call = RunningCall(
      start: start, at: now, limits: limits, guidance: guidance, sound: sound)
    for event in candidate.events {
      _ = call.takeSilence(before: event)
      _ = call.take(event)
    }
    candidate = CallCandidate(limits: limits)
    uncalled = nil
    self.call = call
    isUnderWay = true
    emit(Event(at: now, kind: .callStarted(start: start)))
  }

  /// Ends the call under way, if there is one.
  private mutating func finish(to end: SampleTime, at now: SampleTime, emit: (Event) -> Void) {
    guard var call else { return }
    self.call = nil
    isUnderWay = false
    if let interval = call.endHold(at: now) { emit(Event(at: now, kind: .hold(interval))) }
    let interval = Interval(start: call.start, end: end)
    let figures = call.finish(to: end)
    let metrics = figures.metrics
    if metrics.isCall { totals.add(call, figures) }
    candidate = CallCandidate(limits: limits, after: now)
    candidate.resume(speaking: call.speakingSince, at: now)
    watch = UnheardWatch(since: now)
    emit(Event(at: now, kind: .callEnded(interval, metrics)))
    tellLessons(of: call, metrics, at: now, emit: emit)
  }

  /// Tells what the agent can take from a call: advice first, and praise where there is room.
  private func tellLessons(
    of call: RunningCall, _ metrics: Metrics, at now: SampleTime, emit: (Event) -> Void
  ) {
    guard metrics.isCall, doubts.summary(of: metrics).reliable else { return }
    let lines = call.guidance.lines(metrics)
    let chosen = lines.filter { !$0.rule.isStrength } + lines.filter(\.rule.isStrength)
    let number = GuidanceMoment.NumberedCall(number: totals.calls, start: call.start)
    for var line in chosen.prefix(Self.lessons) {
      line.moments = line.moments.map { GuidanceMoment($0.time, in: number) }
      emit(Event(at: now, kind: .lesson(line)))
    }
  }

  private mutating func holdWithMusic(at now: SampleTime, emit: (Event) -> Void) {
    // Looked at where it lies: a call is too large to be copied at every look.
    switch call?.hold {
    case nil, .asked?: break
    case .music?:
      let agentSince = call?.speakingSince.agent ?? .zero
      let isAgentBack = music.restSince.map { agentSince >= $0 } ?? false
      guard music.isOver || isAgentBack else { return }
      music.leave()
      resume(from: music.end(at: now), at: now, emit: emit)
    case .talking?:
      guard let start = music.start(afterPlaying: limits.musicFor, at: now) else { return }
      hold(from: max(start, call?.lastWords ?? start), isAsked: false, at: now, emit: emit)
    }
  }

  private mutating func hold(
    from start: SampleTime, isAsked: Bool, at now: SampleTime, emit: (Event) -> Void
  ) {
    guard call != nil else { return }
    call?.beginHold(at: start, isAsked: isAsked)
    emit(Event(at: now, kind: .holdStarted(start: start)))
  }

  /// The parties are back since a time.
  private mutating func resume(
    from end: SampleTime, at now: SampleTime, emit: (Event) -> Void
  ) {
    if let interval = call?.endHold(at: end) { emit(Event(at: now, kind: .hold(interval))) }
  }
}
