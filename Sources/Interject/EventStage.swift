import Conversation
import TurnTaking
import VoiceActivity

/// The half of the engine behind the speech detector: reports in, events and measures out.
struct EventStage {
  private var turns: TurnTaking
  private var fold = MetricsFold()
  private var powers = PartyPair(repeating: PowerSums())
  private var consumed = SampleTime.zero
  private var nextMetrics = Engine.metricsInterval
  /// What was doubtful when measures were last given; what lasts until the next ones is warned of.
  private var doubts = PartyPair(repeating: InputDoubts())
  private var warned = PartyPair(repeating: InputDoubts())

  init(settings: TurnSettings) {
    turns = TurnTaking(settings: settings)
  }

  /// The measures so far.
  var metrics: Metrics {
    var metrics = fold.snapshot(at: consumed, times: turns.times(at: consumed))
    for party in Party.allCases {
      let levels = SpeechLevels(powers[party])
      metrics.parties[party].speechLevel = levels.level
      metrics.parties[party].signalToNoise = levels.signalToNoise
    }
    return metrics
  }

  /// Takes what a frame made known.
  mutating func take(_ report: FrameReport, emit: (Event) -> Void) {
    consumed = report.consumed
    powers = report.powers
    turns.isNoisy = powers.agent.isNoisy || powers.customer.isNoisy
    Self.follow(&turns, &fold, report, emit: emit)
    if consumed >= nextMetrics {
      nextMetrics += Engine.metricsInterval
      let metrics = metrics
      send(.metrics(metrics), at: consumed, emit: emit)
      for party in Party.allCases {
        warn(of: InputDoubts(metrics.parties[party], leak: report.leaks[party]), party, emit: emit)
      }
    }
  }

  private mutating func warn(of found: InputDoubts, _ party: Party, emit: (Event) -> Void) {
    let lasting = found.intersection(doubts[party])
    for code in WarningCode.allCases where lasting.warns(of: code) && !hasWarned(of: code, party) {
      send(.warning(code, party), at: consumed, emit: emit)
    }
    doubts[party] = found
    warned[party].formUnion(lasting)
  }

  /// Whether a warning has been given while the stream went on.
  func hasWarned(of code: WarningCode, _ party: Party?) -> Bool {
    party.map { warned[$0].warns(of: code) } ?? false
  }

  /// Ends the stream.
  mutating func finish(at end: SampleTime, emit: (Event) -> Void) {
    consumed = end
    Self.finish(&turns, &fold, end.frames, at: end, emit: emit)
    fold.finish()
  }

  /// Emits an event that does not come from turn-taking.
  mutating func send(_ kind: Event.Kind, at: SampleTime, emit: (Event) -> Void) {
    let event = Event(at: at, kind: kind)
    fold.add(event)
    emit(event)
  }

  private static func follow(
    _ turns: inout TurnTaking, _ fold: inout MetricsFold, _ report: FrameReport,
    emit: (Event) -> Void
  ) {
    turns.advance(report.activities) { kind in
      let event = Event(at: report.consumed, kind: kind)
      fold.add(event)
      emit(event)
    }
  }

  private static func finish(
    _ turns: inout TurnTaking, _ fold: inout MetricsFold, _ frame: Int, at end: SampleTime,
    emit: (Event) -> Void
  ) {
    turns.finish(at: frame) { kind in
      let event = Event(at: end, kind: kind)
      fold.add(event)
      emit(event)
    }
  }
}
