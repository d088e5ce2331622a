import CKernels
public import Conversation
public import VoiceActivity

/// Turns the audio of both parties into conversation events; the same for a file and a device.
///
/// Any chunking of the same audio gives the same events, bit for bit. After it has been made, the
/// engine allocates nothing in a step. Calls, measures and guidance are made of its events by
/// `ListeningSession`, which most programs use instead.
public struct Engine: ~Copyable {
  /// The rate of the samples that `process` takes.
  public let rate: EngineRate
  // What every block needs comes first and lies together.
  private var consumedSamples = 0
  private var absences = Absences()
  /// Since when each party counts as silent because it is muted elsewhere.
  private var mutedSince = PartyPair<SampleTime?>(repeating: nil)
  private var activity: VoiceActivity
  private var stage: ConversationStage
  /// Whether both channels have carried the same audio so far, looked up at whole seconds.
  package private(set) var isSameAudio = false
  private var doubtsSoFar = LiveDoubts()
  private var quality = InputQuality()
  /// The warnings that came from the reader of the input.
  private var readerWarnings: [InputQuality.Warning] = []
  private let silence: UnsafeMutableBufferPointer<Float>

  /// Creates an engine for audio at a rate, on the fastest kernels of this processor by default.
  public init(configuration: Configuration, rate: EngineRate, kernels: KernelSet = .best) {
    self.rate = rate
    activity = VoiceActivity(
      rate: rate, settings: configuration.activity, kernels: kernels,
      measuresVoices: configuration.tone.isMeasured)
    stage = ConversationStage(configuration: configuration)
    silence = .allocate(capacity: rate.rawValue / 10)
    silence.initialize(repeating: 0)
  }

  deinit {
    silence.deallocate()
  }

  /// Measures with what is known of the input by now, and the guidance where they can be relied on.
  package func summary(of metrics: Metrics, guidance: [GuidanceLine]) -> Summary {
    quality.summary(of: metrics, guidance: guidance)
  }

  /// What the customer's line carries besides speech.
  public var customerSound: LineSound { mutating get { activity.customerSound } }

  /// Tells whether either channel has carried a key or another tone of the network since last asked.
  public mutating func takeTone() -> Bool { activity.takeTone() }

  /// What has been counted of the sound so far.
  public var counts: SoundCounts { stage.counts }

  /// Gives the level of each party's audio since it was last asked for, in dBFS, without a constant
  /// offset; nil for digital silence.
  public mutating func takeLevels() -> PartyPair<Double?> {
    let powers = activity.takePowers()
    return PartyPair(
      agent: powers.agent.flatMap(SpeechLevels.audible),
      customer: powers.customer.flatMap(SpeechLevels.audible))
  }

  /// Looks at what no event tells of, all at once: an engine is too large to be copied for each part.
  ///
  /// The earliest start of an event to come is looked up from `time` on.
  package mutating func look(openSinceFrom time: SampleTime) -> EngineLook {
    EngineLook(
      consumed: consumed, levels: takeLevels(), customerSound: activity.customerSound,
      doubts: InputDoubts(&activity), counts: stage.counts, hasTone: activity.takeTone(),
      openSince: consumed >= time ? openSince : nil)
  }

  /// The level in dB of the other party's voice in each party's channel; nil where none is certain.
  package var leaks: PartyPair<Double?> { stage.leaks }

  /// What is known about the quality of a party's input.
  package func health(of party: Party) -> InputHealth { activity.health(of: party) }

  /// What makes figures doubtful so far.
  public var doubts: InputDoubts { mutating get { InputDoubts(&activity) } }

  /// Adds a note to the summary, as of a repair of the input; a doubtful one makes it unreliable.
  public mutating func add(note: String, isDoubtful: Bool = false) {
    quality.add(note: note, isDoubtful: isDoubtful)
  }

  /// Emits a warning about the input that only its reader can know of.
  public mutating func warn(_ code: WarningCode, _ party: Party?, emit: (Event) -> Void) {
    readerWarnings.append(InputQuality.Warning(code: code, party: party))
    emit(Event(at: consumed, kind: .warning(code, party)))
  }

  /// Emits the new state of the device of a party; nil for the one that hears both.
  public mutating func note(
    device name: String, of party: Party?, is state: DeviceState, emit: (Event) -> Void
  ) {
    emit(Event(at: consumed, kind: .device(party, state, name: name)))
  }

  /// Notes that a party is given as silence from the next samples on, and emits that it is muted.
  public mutating func mute(_ party: Party, emit: (Event) -> Void) {
    guard mutedSince[party] == nil else { return }
    mutedSince[party] = consumed
    emit(Event(at: consumed, kind: .muteStarted(party, start: consumed)))
  }

  /// Notes that a party, given as silence while it was muted, is heard again with the next samples.
  ///
  /// What it is saying then began earlier and does not count as an interruption.
  public mutating func unmute(_ party: Party, emit: (Event) -> Void = { _ in }) {
    stage.unmute(party, at: consumed)
    endMute(of: party, emit: emit)
  }

  private mutating func endMute(of party: Party, emit: (Event) -> Void) {
    guard let start = mutedSince[party] else { return }
    mutedSince[party] = nil
    emit(Event(at: consumed, kind: .mute(party, Interval(start: start, end: consumed))))
  }

  /// Takes the next samples of both parties, in [-1, 1] and equally many, and emits what they cause.
  ///
  /// `evidence` receives what speaks for speech in every frame once it is settled; `SpeechTrack` makes
  /// probabilities of it.
  public mutating func process(
    agent: Span<Float>, customer: Span<Float>,
    unknown: PartyPair<UnknownReason?> = PartyPair(repeating: nil),
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in }, emit: (Event) -> Void
  ) {
    if activity.isStepDue(after: agent.count) { prefetch() }
    for party in Party.allCases { note(party, unknown[party], emit: emit) }
    let heard = PartyPair(agent: unknown.agent == nil, customer: unknown.customer == nil)
    var taken = 0
    while taken < agent.count {
      // What both channels have in common is looked up at whole seconds, however audio comes.
      let toSecond = rate.rawValue - consumedSamples % rate.rawValue
      let end = min(taken + toSecond, agent.count)
      consumedSamples += end - taken
      // Static, so that detector and stage are each lent out exclusively.
      Self.process(
        &activity, &stage, agent: agent.extracting(taken..<end),
        customer: customer.extracting(taken..<end), heard: heard, evidence: evidence,
        emit: emit)
      if end - taken == toSecond { isSameAudio = activity.isSameAudio }
      taken = end
    }
  }

  /// Starts fetching the engine itself into the cache.
  ///
  /// Among thousands of calls none of it is there. A server of many that knows whose samples come next
  /// calls this a call ahead; before a step it happens in any case, since the step first works with
  /// something else.
  public mutating func prefetch() {
    withUnsafeMutablePointer(to: &self) { ij_prefetch($0, MemoryLayout<Self>.size) }
  }

  /// Takes a stretch of `samples` samples in which the given parties were not heard.
  ///
  /// A party that was heard meanwhile counts as silent in it.
  public mutating func skip(
    samples: Int, unknown: PartyPair<UnknownReason?>, emit: (Event) -> Void
  ) {
    var left = samples
    while left > 0 {
      let count = min(left, silence.count)
      let zeros = UnsafeBufferPointer(rebasing: silence[..<count])
      process(agent: zeros.span, customer: zeros.span, unknown: unknown, emit: emit)
      left -= count
    }
  }

  /// Ends the stream: closes what is open and emits it.
  public mutating func finish(
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in }, emit: (Event) -> Void
  ) {
    for party in Party.allCases {
      note(party, nil, emit: emit)
      endMute(of: party, emit: emit)
    }
    Self.finish(&activity, &stage, evidence: evidence, emit: emit)
    stage.finish(at: consumed, emit: emit)
    isSameAudio = activity.isSameAudio
  }

  /// Looks whether measures so far are doubtful, and emits a warning of what has lasted.
  package mutating func look(at metrics: Metrics, emit: (Event) -> Void) {
    let now = consumed
    let known = readerWarnings
    doubtsSoFar.look(
      at: metrics, leaks: stage.leaks, faintVoices: stage.faintVoices,
      isSameAudio: isSameAudio, isAnnouncing: activity.isAnnouncing
    ) { code, party in
      // What the reader has told of already need not be told twice.
      guard !known.contains(InputQuality.Warning(code: code, party: party)) else { return }
      emit(Event(at: now, kind: .warning(code, party)))
    }
  }

  /// Judges, after `finish`, how far measures can be trusted, and emits the warnings that are left.
  package mutating func judge(_ metrics: Metrics, emit: (Event) -> Void) {
    let warnings = quality.finish(
      activity: &activity, metrics: metrics, powers: stage.powers, lasted: doubtsSoFar.lasted)
    for warning in warnings
    where !doubtsSoFar.hasWarned(of: warning.code, warning.party)
      && !readerWarnings.contains(warning)
    {
      emit(Event(at: consumed, kind: .warning(warning.code, warning.party)))
    }
  }

  /// The earliest start that an event of the conversation may still have.
  public var openSince: SampleTime { min(stage.openSince, absences.openSince ?? consumed) }

  /// The audio consumed so far.
  public var consumed: SampleTime {
    SampleTime(ticks: consumedSamples * (SampleTime.ticksPerSecond / rate.rawValue))
  }

  private static func process(
    _ activity: inout VoiceActivity, _ stage: inout ConversationStage, agent: Span<Float>,
    customer: Span<Float>, heard: PartyPair<Bool>,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) {
    activity.process(agent: agent, customer: customer, heard: heard) { report in
      if let frame = report.settledFrame { evidence(frame, report.evidence) }
      stage.take(report, emit: emit)
    }
  }

  private static func finish(
    _ activity: inout VoiceActivity, _ stage: inout ConversationStage,
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) {
    activity.finish { report in
      if let frame = report.settledFrame { evidence(frame, report.evidence) }
      stage.take(report, emit: emit)
    }
  }

  /// Notes that a party is not heard from here on, or heard again.
  private mutating func note(
    _ party: Party, _ reason: UnknownReason?, emit: (Event) -> Void
  ) {
    let now = consumed
    guard let ended = absences.note(party, reason, at: now) else { return }
    emit(Event(at: now, kind: .unknown(party, ended.interval, ended.reason)))
  }
}
