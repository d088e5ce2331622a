public import Conversation
import TurnTaking
public import VoiceActivity

/// The analysis of a call of which only is known who spoke when; levels and voices are not measured.
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
    var settings = configuration
    settings.tone.isMeasured = false
    var stage = EventStage(configuration: settings)
    var gates = PartyPair(repeating: ActivityGate(settings: settings.activity))
    var speech = PartyPair(
      agent: FrameMarks(segments.agent), customer: FrameMarks(segments.customer))
    var settled = speech
    var unheard = FrameMarks(unknown)
    var wasUnheard: Int?
    let frames = end.frames
    var frame = 0
    func close(at frame: Int, stage: inout EventStage) {
      guard let start = wasUnheard, frame > start else { return }
      wasUnheard = nil
      let interval = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
      for party in Party.allCases {
        stage.send(.unknown(party, interval, .lost), at: interval.end, emit: emit)
      }
    }
    while frame < frames + ActivityGate.lookAhead, !isStopped() {
      let settledFrame = frame - ActivityGate.lookAhead
      let isUnheard = frame < frames && unheard.contains(frame)
      if isUnheard, wasUnheard == nil { wasUnheard = frame }
      if !isUnheard { close(at: frame, stage: &stage) }
      var found = PartyPair(repeating: SpeechEvidence())
      func step(_ party: Party) -> PartyActivity {
        let early = frame < frames && speech[party].contains(frame) ? 1.0 : 0
        if settledFrame >= 0, settled[party].contains(settledFrame) {
          found[party] = SpeechEvidence(heard: 1)
        }
        return isUnheard
          ? gates[party].suspend()
          : gates[party].advance(early: early, settled: found[party].probability)
      }
      let activities = PartyPair(agent: step(.agent), customer: step(.customer))
      frame += 1
      let report = FrameReport(
        consumed: min(SampleTime(frames: frame), end), activities: activities, evidence: found,
        powers: PartyPair(repeating: PowerSums()), leaks: PartyPair(repeating: nil),
        settledFrame: settledFrame >= 0 ? settledFrame : nil)
      if settledFrame >= 0 { evidence(settledFrame, found) }
      stage.take(report, emit: emit)
    }
    close(at: min(frame, frames), stage: &stage)
    let stop = frame < frames ? SampleTime(frames: frame) : end
    stage.take(
      FrameReport(
        consumed: stop,
        activities: PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish()),
        evidence: PartyPair(repeating: SpeechEvidence()), powers: PartyPair(repeating: PowerSums()),
        leaks: PartyPair(repeating: nil), settledFrame: nil),
      emit: emit)
    stage.finish(at: stop, emit: emit)
    return summary(of: stage, notes: notes, isStopped: stop < end)
  }

  private func summary(of stage: EventStage, notes: [String], isStopped: Bool) -> Summary {
    let metrics = stage.metrics
    let isMuchUnknown = QualityLimits.isMuchUnknown(metrics)
    var notes = notes
    if isMuchUnknown {
      notes.append("more than a fifth of the audio was lost: the figures cover the rest only")
    }
    if isStopped { notes.append("stopped before the end; the figures cover what was heard") }
    var summary = Summary(
      metrics: metrics, reliable: !isMuchUnknown, withheld: metrics.withheld, notes: notes)
    if summary.reliable { summary.guidance = stage.lines(metrics) }
    return summary
  }
}
