public import Conversation
import Listening
public import VoiceActivity

/// The analysis of a call from who spoke when alone; levels and voices are not measured.
public struct SegmentAnalysis: Sendable {
  /// The thresholds.
  public var configuration: Configuration

  /// Creates an analysis.
  public init(configuration: Configuration = Configuration()) {
    self.configuration = configuration
  }

  /// Judges a call from its beginning to `end`, or until `isStopped`, and returns its summary.
  ///
  /// Segments are in the order of their starts and are rounded to frames; in `unknown` nobody was
  /// heard. `notes` are added to the summary.
  public func run(
    _ segments: PartyPair<[Interval]>, unknown: [Interval] = [], end: SampleTime,
    notes: [String] = [], isStopped: () -> Bool = { false },
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void = { _, _ in }, emit: (Event) -> Void
  ) -> Summary {
    var engine = SegmentEngine(
      segments, unknown: unknown, end: end, configuration: configuration)
    var calls = CallTracker(configuration)
    var look = ListeningSession.lookInterval
    while !isStopped(), engine.advance(evidence: evidence, emit: { calls.take($0, emit: emit) }) {
      guard engine.consumed >= look else { continue }
      look += ListeningSession.lookInterval
      let state = SessionState(
        consumed: engine.consumed, levels: PartyPair(repeating: nil),
        isHeard: PartyPair(repeating: engine.isHeard))
      var line = LineState(state, counts: SoundCounts())
      // Of sound nothing is known here.
      line.hasSignal = PartyPair(repeating: true)
      line.openSince = engine.openSince
      calls.advance(to: engine.consumed, line: line, emit: emit)
    }
    engine.finish { calls.take($0, emit: emit) }
    calls.finish(at: engine.consumed, counts: SoundCounts(), emit: emit)
    let figures =
      calls.uncalled(at: engine.consumed) ?? (calls.total, calls.guidanceLines)
    let isMuchUnknown = QualityLimits.isMuchUnknown(figures.metrics)
    var notes = notes
    if isMuchUnknown {
      notes.append("more than a fifth of the audio was lost: the figures cover the rest only")
    }
    if engine.consumed < end {
      notes.append("stopped before the end; the figures cover what was heard")
    }
    var summary = Summary(
      metrics: figures.metrics, reliable: !isMuchUnknown, withheld: figures.metrics.withheld,
      notes: notes)
    if summary.reliable { summary.guidance = figures.guidance }
    summary.calls = calls.calls
    summary.listened = engine.consumed
    return summary
  }
}
