public import Conversation
import Listening
public import VoiceActivity

/// Hears one stream to its end, a device's or a recording's: audio in, events and figures out.
///
/// The engine hears, calls are found in what it tells, and everything is measured then, once. Any
/// chunking of the same audio gives the same events, bit for bit.
public struct ListeningSession: ~Copyable {
  /// The audio between two looks at the line, which decide where calls and holds begin and end.
  public static let lookInterval: SampleTime = SampleTime(seconds: 0.2)

  /// Whether figures are given although no call was found, as those of a recording are.
  public let isRecording: Bool
  private var engine: Engine
  private var calls: CallTracker
  private var samplesToLook: Int
  private var nextDoubts = CallTracker.metricsInterval
  private var latest: SessionState
  /// Everything so far, where it is to be judged once more; else nil.
  private let steps: SessionSteps?

  /// Creates a session at the start of its stream, on this processor's fastest kernels by default.
  ///
  /// One that `keepsSteps`, at the cost of memory, can be judged once more; it is for recordings.
  public init(
    configuration: Configuration = Configuration(), rate: EngineRate, kernels: KernelSet = .best,
    isRecording: Bool = false, keepsSteps: Bool = false
  ) {
    steps = keepsSteps ? SessionSteps(configuration) : nil
    engine = Engine(configuration: configuration, rate: rate, kernels: kernels)
    calls = CallTracker(configuration)
    self.isRecording = isRecording
    samplesToLook = rate.samples(in: Self.lookInterval)
    latest = SessionState(consumed: .zero, levels: PartyPair(repeating: nil))
  }

  /// The rate of the samples that `process` takes.
  public var rate: EngineRate { engine.rate }

  /// The audio consumed so far.
  public var consumed: SampleTime { engine.consumed }

  /// How things stood at the last look.
  public var state: SessionState { latest }

  /// The measures of the call under way; nil where there is none.
  public var metrics: Metrics? { calls.metrics(at: engine.consumed) }

  /// The figures of the calls that have ended; complete after `finish`.
  ///
  /// Of a recording without a call they are those of all that was heard.
  public var summary: Summary {
    var figures = (metrics: calls.total, guidance: calls.guidanceLines)
    if isRecording, let all = calls.uncalled(at: engine.consumed) { figures = all }
    if let judged = steps?.judged(figures.metrics) { figures = judged }
    var summary = engine.summary(of: figures.metrics, guidance: figures.guidance)
    summary.calls = calls.calls
    summary.listened = engine.consumed
    if calls.calls == 0, !isRecording {
      summary.notes.append(
        "no call was heard: one begins once both parties have spoken within half a minute")
    }
    return summary
  }

  /// Adds a note to the summary, as of a repair of the input; a doubtful one makes it unreliable.
  public mutating func add(note: String, isDoubtful: Bool = false) {
    engine.add(note: note, isDoubtful: isDoubtful)
  }

  /// Emits a warning about the input that only its reader can know of.
  public mutating func warn(_ code: WarningCode, _ party: Party?, emit: (Event) -> Void) {
    follow({ engine, emit in engine.warn(code, party, emit: emit) }, emit: emit)
  }

  /// Emits what has become of the device of a party; nil for the one that hears both.
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
    let event = Event(at: engine.consumed, kind: .mark)
    steps?.add(told: event)
    emit(event)
  }

  /// Takes the newest interruption of the call under way out of all figures.
  public mutating func contest(emit: (Event) -> Void) {
    calls.contest(at: engine.consumed, emit: emit)
  }

  /// A new call begins now; one that is under way is over.
  public mutating func startNewCall(emit: (Event) -> Void) {
    calls.startNewCall(at: engine.consumed, emit: emit)
  }

  /// The call under way is on hold, or goes on.
  public mutating func toggleHold(emit: (Event) -> Void) {
    calls.toggleHold(at: engine.consumed, emit: emit)
  }

  /// Begins to fetch the engine into the cache: see `Engine.prefetch`.
  public mutating func prefetch() { engine.prefetch() }

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
      Self.process(
        &engine, &calls, steps, agent.extracting(part), customer.extracting(part), unknown,
        evidence: evidence, emit: emit)
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
    Self.finish(&engine, &calls, steps, evidence: evidence, emit: emit)
    let steps = steps
    steps?.finish(at: engine.consumed, engine.counts)
    calls.finish(at: engine.consumed, counts: engine.counts) { event in
      steps?.note(event)
      emit(event)
    }
    engine.judge(calls.uncalled(at: engine.consumed)?.metrics ?? calls.total) { event in
      steps?.add(told: event)
      emit(event)
    }
  }

  /// Tells everything once more after `finish`, with what `judge` puts in the place of the engine's events
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
    let now = engine.consumed
    latest = SessionState(
      consumed: now, levels: engine.takeLevels(),
      isHeard: PartyPair(agent: unknown.agent == nil, customer: unknown.customer == nil),
      customerSound: engine.customerSound, doubts: engine.doubts)
    var line = LineState(latest, counts: engine.counts)
    line.openSince = engine.openSince
    let steps = steps
    steps?.add(now, line)
    calls.advance(to: now, line: line) { event in
      steps?.note(event)
      emit(event)
    }
    guard now >= nextDoubts else { return }
    nextDoubts += CallTracker.metricsInterval
    engine.look(at: calls.metrics(at: now) ?? Metrics()) { event in
      steps?.add(told: event)
      emit(event)
    }
  }

  // Static, so that engine and calls are each lent out exclusively.
  private static func process(
    _ engine: inout Engine, _ calls: inout CallTracker, _ steps: SessionSteps?,
    _ agent: Span<Float>, _ customer: Span<Float>, _ unknown: PartyPair<UnknownReason?>,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) {
    engine.process(
      agent: agent, customer: customer, unknown: unknown, evidence: evidence
    ) { event in
      steps?.add(event)
      calls.take(event, emit: emit)
    }
  }

  private static func finish(
    _ engine: inout Engine, _ calls: inout CallTracker, _ steps: SessionSteps?,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) {
    engine.finish(evidence: evidence) { event in
      steps?.add(event)
      calls.take(event, emit: emit)
    }
  }

  /// Has the engine do something rare and passes what comes of it through the calls.
  private mutating func follow(
    _ body: (inout Engine, (Event) -> Void) -> Void, emit: (Event) -> Void
  ) {
    var events: [Event] = []
    body(&engine) { events.append($0) }
    for event in events {
      steps?.add(event)
      calls.take(event, emit: emit)
    }
  }
}
