import Conversation
import Measures
import TurnTaking
import VoiceActivity

/// The half of the engine behind the speech detector: reports in, events and measures out.
struct EventStage {
  private var turns: TurnTaking
  private var fold = MetricsFold()
  private var guidance: GuidanceTracker
  /// The voices; nil where they are not measured.
  private var tone: ToneTracker?
  private(set) var powers = PartyPair(repeating: PowerSums())
  private var consumed = SampleTime.zero
  private var nextMetrics = Engine.metricsInterval
  private var nextConditions = SampleTime.zero
  /// What was doubtful when measures were last given; what lasts until the next ones is warned of.
  private var doubts = PartyPair(repeating: ChannelDoubts())
  /// Whether both channels have carried the same audio so far.
  var isSameAudio = false
  /// Whether they had when measures were last given.
  private var wasSameAudio = false
  private var hasWarnedOfSameAudio = false
  /// What has lasted from one time measures were given to the next.
  private(set) var lasted = PartyPair(repeating: ChannelDoubts())

  init(configuration: Configuration) {
    turns = TurnTaking(settings: configuration.turns)
    guidance = GuidanceTracker(settings: configuration.guidance)
    tone = configuration.tone.isMeasured ? ToneTracker(settings: configuration.tone) : nil
  }

  /// The report's guidance, as far as the call has gone.
  func lines(_ metrics: Metrics) -> [GuidanceLine] { guidance.lines(metrics) }

  /// The measures so far.
  var metrics: Metrics {
    var metrics = fold.snapshot(at: consumed, times: turns.times(at: consumed))
    if isSameAudio { metrics.withheld = InputDoubts.withheldForSameAudio }
    metrics.takeLevels(of: powers)
    tone?.measure(&metrics)
    return metrics
  }

  /// What has been counted of the sound so far.
  var counts: SoundCounts { SoundCounts(powers: powers, tone: tone?.counts ?? ToneCounts()) }

  /// A party that was muted is heard again from here on.
  mutating func unmute(_ party: Party, at now: SampleTime) {
    turns.unmute(party, from: now.frames)
  }

  /// Takes what a frame made known.
  mutating func take(_ report: FrameReport, emit: (Event) -> Void) {
    consumed = report.consumed
    powers = report.powers
    if report.beginsAnew { tone?.beginAnew() }
    turns.isNoisy = powers.agent.isNoisy || powers.customer.isNoisy
    if consumed >= nextConditions { noteConditions(report.leaks) }
    if tone != nil, report.settledFrame != nil {
      turns.hear(report.voices, probabilities: report.probabilities)
    }
    Self.follow(&turns, &fold, &guidance, report, emit: emit)
    Self.listen(&tone, &fold, &guidance, report, emit: emit)
    if consumed >= nextMetrics {
      nextMetrics += Engine.metricsInterval
      let metrics = metrics
      send(.metrics(metrics), at: consumed, emit: emit)
      warnOfSameAudio(emit: emit)
      for party in Party.allCases {
        let doubts =
          isSameAudio
          ? [] : ChannelDoubts(metrics.parties[party], leak: report.leaks[party])
        warn(of: doubts, party, emit: emit)
      }
    }
  }

  private mutating func noteConditions(_ leaks: PartyPair<Double?>) {
    nextConditions += SampleTime(seconds: 1)
    let ratios = PartyPair(
      agent: SpeechLevels(powers.agent).signalToNoise,
      customer: SpeechLevels(powers.customer).signalToNoise)
    turns.conditions = HearingConditions(signalToNoise: ratios, leaks: leaks)
  }

  private mutating func warnOfSameAudio(emit: (Event) -> Void) {
    if isSameAudio, wasSameAudio, !hasWarnedOfSameAudio {
      hasWarnedOfSameAudio = true
      send(.warning(.identicalChannels, nil), at: consumed, emit: emit)
    }
    wasSameAudio = isSameAudio
  }

  private mutating func warn(of found: ChannelDoubts, _ party: Party, emit: (Event) -> Void) {
    let lasting = found.intersection(doubts[party])
    let new = lasting.subtracting(lasted[party])
    if new.contains(.bleed) { send(.warning(.bleed, party), at: consumed, emit: emit) }
    if new.contains(.noisy) { send(.warning(.noisy, party), at: consumed, emit: emit) }
    doubts[party] = found
    lasted[party].formUnion(lasting)
  }

  /// Whether a warning has been given while the stream went on.
  func hasWarned(of code: WarningCode, _ party: Party?) -> Bool {
    guard let party else { return code == .identicalChannels && hasWarnedOfSameAudio }
    return lasted[party].warns(of: code)
  }

  /// Ends the stream.
  mutating func finish(at end: SampleTime, emit: (Event) -> Void) {
    consumed = end
    Self.finish(&turns, &fold, &guidance, end.frames, at: end, emit: emit)
    fold.finish()
  }

  /// Emits an event that does not come from turn-taking.
  mutating func send(_ kind: Event.Kind, at: SampleTime, emit: (Event) -> Void) {
    Self.send(Event(at: at, kind: kind), &fold, &guidance, emit: emit)
  }

  private static func follow(
    _ turns: inout TurnTaking, _ fold: inout MetricsFold, _ guidance: inout GuidanceTracker,
    _ report: FrameReport, emit: (Event) -> Void
  ) {
    turns.advance(report.activities) { kind in
      send(Event(at: report.consumed, kind: kind), &fold, &guidance, emit: emit)
    }
  }

  private static func listen(
    _ tone: inout ToneTracker?, _ fold: inout MetricsFold, _ guidance: inout GuidanceTracker,
    _ report: FrameReport, emit: (Event) -> Void
  ) {
    guard let frame = report.settledFrame else { return }
    tone?.advance(
      frame, probabilities: report.probabilities, voices: report.voices,
      isAgentLeaking: report.leaks.agent != nil
    ) { kind in
      send(Event(at: report.consumed, kind: kind), &fold, &guidance, emit: emit)
    }
  }

  private static func finish(
    _ turns: inout TurnTaking, _ fold: inout MetricsFold, _ guidance: inout GuidanceTracker,
    _ frame: Int, at end: SampleTime, emit: (Event) -> Void
  ) {
    turns.finish(at: frame) { kind in
      send(Event(at: end, kind: kind), &fold, &guidance, emit: emit)
    }
  }

  private static func send(
    _ event: Event, _ fold: inout MetricsFold, _ guidance: inout GuidanceTracker,
    emit: (Event) -> Void
  ) {
    fold.add(event)
    emit(event)
    if let rule = guidance.add(event) { emit(Event(at: event.at, kind: .guidance(rule))) }
  }
}
