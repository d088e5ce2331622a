public import Conversation
import Listening
public import VoiceActivity
public import Words

/// Hears one stream to its end, a device's or a recording's: audio in, events and figures out.
///
/// The engine listens, calls are found in its events, and everything is measured then, once. Any
/// chunking of the same audio gives the same events, bit for bit.
public struct ListeningSession: ~Copyable {
  /// The audio between two looks at the line, which decide where calls and holds begin and end.
  public static let lookInterval: SampleTime = SampleTime(seconds: 0.2)

  // On the heap, so that both stay where they are and are lent out apart from each other. First, since
  // with the thread sanitizer Swift 6.3.1 takes the first field for an address.
  private let engine: UnsafeMutablePointer<Engine>
  private let calls: UnsafeMutablePointer<CallTracker>
  /// Whether figures are given although no call was found, as those of a recording are.
  public let isRecording: Bool
  private var samplesToLook: Int
  private var nextDoubts = CallTracker.metricsInterval
  private var latest: SessionState
  /// Everything so far, where it is to be judged once more; else nil.
  private let steps: SessionSteps?
  /// What follows the call's words while it goes on; nil without words.
  private let words: LiveListener?

  /// Creates a session at the start of its stream, on this processor's fastest kernels by default.
  ///
  /// One that `keepsSteps`, at the cost of memory, can be judged once more; it is for recordings. `words`
  /// follows words that come meanwhile; used by the session's thread only.
  public init(
    configuration: Configuration = Configuration(), rate: EngineRate, kernels: KernelSet = .best,
    isRecording: Bool = false, keepsSteps: Bool = false, words: LiveListener? = nil
  ) {
    self.words = words
    steps = keepsSteps ? SessionSteps(configuration) : nil
    engine = .allocate(capacity: 1)
    engine.initialize(to: Engine(configuration: configuration, rate: rate, kernels: kernels))
    calls = .allocate(capacity: 1)
    calls.initialize(to: CallTracker(configuration))
    self.isRecording = isRecording
    samplesToLook = rate.samples(in: Self.lookInterval)
    latest = SessionState(consumed: .zero, levels: PartyPair(repeating: nil))
  }

  deinit {
    engine.deinitialize(count: 1)
    engine.deallocate()
    calls.deinitialize(count: 1)
    calls.deallocate()
  }

  /// The rate of the samples that `process` takes.
  public var rate: EngineRate { engine.pointee.rate }

  /// The audio consumed so far.
  public var consumed: SampleTime { engine.pointee.consumed }

  /// How things stood at the last look.
  public var state: SessionState { latest }

  /// The measures of the call under way; nil where there is none.
  public var metrics: Metrics? { calls.pointee.metrics(at: engine.pointee.consumed) }

  /// The figures of the calls that have ended; complete after `finish`.
  ///
  /// For a recording without a call they cover all that was heard.
  public var summary: Summary {
    var figures = (metrics: calls.pointee.total, guidance: calls.pointee.guidanceLines)
    if isRecording, let all = calls.pointee.uncalled(at: engine.pointee.consumed) { figures = all }
    if let judged = steps?.judged(figures.metrics) { figures = judged }
    var summary = engine.pointee.summary(of: figures.metrics, guidance: figures.guidance)
    summary.calls = calls.pointee.calls
    summary.listened = engine.pointee.consumed
    if calls.pointee.calls == 0, !isRecording {
      summary.notes.append(
        "no call was heard: one begins once both parties have spoken within half a minute")
    }
    if let words {
      summary.wording = words.wording
      summary.guidance = words.guidance(summary.guidance)
    }
    return summary
  }

  /// Adds a note to the summary, as of a repair of the input; a doubtful one makes it unreliable.
  public mutating func add(note: String, isDoubtful: Bool = false) {
    engine.pointee.add(note: note, isDoubtful: isDoubtful)
  }

  /// Emits a warning about the input that only its reader can know of.
  public mutating func warn(_ code: WarningCode, _ party: Party?, emit: (Event) -> Void) {
    follow({ engine, emit in engine.warn(code, party, emit: emit) }, emit: emit)
  }

  /// Emits the new state of the device of a party; nil for the one that hears both.
  public mutating func note(
    device name: String, of party: Party?, is state: DeviceState, emit: (Event) -> Void
  ) {
    follow(
      { engine, emit in engine.note(device: name, of: party, is: state, emit: emit) },
      emit: emit)
  }

  /// Notes that a party is given as silence from the next samples on, and emits that it is muted.
  public mutating func mute(_ party: Party, emit: (Event) -> Void) {
    follow({ engine, emit in engine.mute(party, emit: emit) }, emit: emit)
  }

  /// Notes that a party, given as silence while it was muted, is heard again with the next samples.
  public mutating func unmute(_ party: Party, emit: (Event) -> Void) {
    follow({ engine, emit in engine.unmute(party, emit: emit) }, emit: emit)
  }

  /// Marks the moment.
  public mutating func mark(emit: (Event) -> Void) {
    let event = Event(at: engine.pointee.consumed, kind: .mark)
    steps?.add(told: event)
    emit(event)
  }

  /// Removes the latest interruption of the call under way from all figures.
  public mutating func contest(emit: (Event) -> Void) {
    calls.pointee.contest(at: engine.pointee.consumed, emit: emit)
  }

  /// Takes the last mark of the call under way back.
  public mutating func withdrawContest(emit: (Event) -> Void) {
    calls.pointee.withdrawContest(at: engine.pointee.consumed, emit: emit)
  }

  /// Begins a new call now; one that is under way is over.
  public mutating func startNewCall(emit: (Event) -> Void) {
    flushWords(isEnd: false, emit: emit)
    calls.pointee.startNewCall(at: engine.pointee.consumed) { tell($0, emit: emit) }
  }

  /// Puts the call under way on hold, or resumes it.
  public mutating func toggleHold(emit: (Event) -> Void) {
    calls.pointee.toggleHold(at: engine.pointee.consumed, emit: emit)
  }

  /// Starts fetching the engine into the cache: see `Engine.prefetch`.
  public mutating func prefetch() { engine.pointee.prefetch() }

  /// Takes the next samples of both parties, in [-1, 1] and equally many, and emits what they cause.
  ///
  /// `evidence` receives what speaks for speech in every frame once it is settled; `SpeechTrack` makes
  /// probabilities of it.
  public mutating func process(
    agent: Span<Float>, customer: Span<Float>,
    unknown: PartyPair<UnknownReason?> = PartyPair(repeating: nil),
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in }, emit: (Event) -> Void
  ) {
    var taken = 0
    while taken < agent.count {
      let end = min(taken + samplesToLook, agent.count)
      let part = taken..<end
      engine.pointee.process(
        agent: agent.extracting(part), customer: customer.extracting(part), unknown: unknown,
        evidence: evidence
      ) { take($0, emit: emit) }
      pass(part.count, unknown, emit: emit)
      taken = end
    }
  }

  /// Takes a stretch of `samples` samples in which the given parties were not heard.
  ///
  /// A party that was heard meanwhile counts as silent in it.
  public mutating func skip(
    samples: Int, unknown: PartyPair<UnknownReason?>, emit: (Event) -> Void
  ) {
    var left = samples
    while left > 0 {
      let count = min(left, samplesToLook)
      follow(
        { engine, emit in engine.skip(samples: count, unknown: unknown, emit: emit) }, emit: emit)
      pass(count, unknown, emit: emit)
      left -= count
    }
  }

  /// Ends the stream: closes what is open, judges the input, and emits both.
  public mutating func finish(
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in }, emit: (Event) -> Void
  ) {
    engine.pointee.finish(evidence: evidence) { take($0, emit: emit) }
    steps?.finish(at: engine.pointee.consumed, engine.pointee.counts)
    flushWords(isEnd: true, emit: emit)
    calls.pointee.finish(at: engine.pointee.consumed, counts: engine.pointee.counts) { event in
      steps?.note(event)
      tell(event, emit: emit)
    }
    words?.endCall()
    let all = calls.pointee.uncalled(at: engine.pointee.consumed)?.metrics
    engine.pointee.judge(all ?? calls.pointee.total) { event in
      steps?.add(told: event)
      emit(event)
    }
  }

  /// Emits everything once more after `finish`, with what `judge` puts in place of the engine's events
  /// whose indices it names; figures and guidance follow.
  ///
  /// Only for a session that keeps its steps.
  public mutating func judgeAgain(
    _ judge: ([Event]) -> [Int: [Event]], emit: (Event) -> Void
  ) {
    steps?.follow(judge: judge, emit: emit)
  }

  /// Counts samples that the engine has taken, and looks at the line when it is time.
  private mutating func pass(
    _ samples: Int, _ unknown: PartyPair<UnknownReason?>, emit: (Event) -> Void
  ) {
    samplesToLook -= samples
    guard samplesToLook == 0 else { return }
    samplesToLook = rate.samples(in: Self.lookInterval)
    let look = engine.pointee.look(openSinceFrom: nextDoubts)
    let now = look.consumed
    latest = SessionState(
      consumed: now, levels: look.levels,
      isHeard: PartyPair(agent: unknown.agent == nil, customer: unknown.customer == nil),
      customerSound: look.customerSound, doubts: look.doubts)
    var line = LineState(latest, counts: look.counts)
    line.hasTone = look.hasTone
    line.openSince = look.openSince
    if let words {
      words.advance(to: now) { pass(judged: $0, emit: emit) }
      if let open = line.openSince { line.openSince = min(open, words.openSince ?? open) }
    }
    steps?.add(now, line)
    let held = { [words] in
      // What still waits for words is counted in the call that it belongs to.
      var events: [Event] = []
      words?.flush(at: now, isEnd: false) { events.append($0) }
      return events
    }
    calls.pointee.advance(to: now, line: line, held: held) { event in
      steps?.note(event)
      tell(event, emit: emit)
    }
    guard now >= nextDoubts else { return }
    nextDoubts += CallTracker.metricsInterval
    engine.pointee.look(at: calls.pointee.metrics(at: now) ?? Metrics()) { event in
      steps?.add(told: event)
      emit(event)
    }
  }

  /// Takes an event of the engine.
  private func take(_ event: Event, emit: (Event) -> Void) {
    steps?.add(event)
    guard let words else { return calls.pointee.take(event, emit: emit) }
    words.take(event) { calls.pointee.take($0, emit: emit) }
  }

  /// Passes on what has been judged with words, and what the words are themselves.
  private func pass(judged event: Event, emit: (Event) -> Void) {
    if case .words = event.kind { emit(event) } else { calls.pointee.take(event, emit: emit) }
  }

  private func flushWords(isEnd: Bool, emit: (Event) -> Void) {
    words?.flush(at: engine.pointee.consumed, isEnd: isEnd) { pass(judged: $0, emit: emit) }
  }

  /// Passes on what the calls tell; with a call its words are summed up.
  private func tell(_ event: Event, emit: (Event) -> Void) {
    if case .callEnded = event.kind { words?.endCall() }
    emit(event)
  }

  /// Has the engine do something rare and passes what comes of it through the calls.
  private mutating func follow(
    _ body: (inout Engine, (Event) -> Void) -> Void, emit: (Event) -> Void
  ) {
    var events: [Event] = []
    body(&engine.pointee) { events.append($0) }
    for event in events { take(event, emit: emit) }
  }
}
