package import Conversation
import TurnTaking
package import VoiceActivity

/// The engine of a call of which only is known who spoke when: segments in, events out.
///
/// Segments are rounded to frames. Levels and voices are not measured.
package struct SegmentEngine: ~Copyable {
  private let end: SampleTime
  private var stage: ConversationStage
  private var gates: PartyPair<ActivityGate>
  private var speech: PartyPair<FrameMarks>
  private var settled: PartyPair<FrameMarks>
  private var unheard: FrameMarks
  private var unheardSince: Int?
  private var frame = 0

  /// Takes segments in the order of their starts; in `unknown` nobody was heard.
  package init(
    _ segments: PartyPair<[Interval]>, unknown: [Interval], end: SampleTime,
    configuration: Configuration
  ) {
    var settings = configuration
    settings.tone.isMeasured = false
    self.end = end
    stage = ConversationStage(configuration: settings)
    gates = PartyPair(repeating: ActivityGate(settings: settings.activity))
    speech = PartyPair(
      agent: FrameMarks(segments.agent), customer: FrameMarks(segments.customer))
    settled = speech
    unheard = FrameMarks(unknown)
  }

  /// The length of the call so far.
  package var consumed: SampleTime { min(SampleTime(frames: frame), end) }

  /// The earliest start that an event may still have.
  package var openSince: SampleTime {
    min(stage.openSince, unheardSince.map { SampleTime(frames: $0) } ?? consumed)
  }

  /// Whether the parties are heard.
  package var isHeard: Bool { unheardSince == nil }

  /// Takes the next frame; false where there is none left.
  package mutating func advance(
    evidence: (Int, PartyPair<SpeechEvidence>) -> Void, emit: (Event) -> Void
  ) -> Bool {
    guard frame < end.frames + ActivityGate.lookAhead else { return false }
    let isInside = frame < end.frames
    let isUnheard = isInside && unheard.contains(frame)
    if isUnheard, unheardSince == nil { unheardSince = frame }
    if !isUnheard { endUnheard(at: min(frame, end.frames), emit: emit) }
    let settledFrame = frame - ActivityGate.lookAhead
    var found = PartyPair(repeating: SpeechEvidence())
    var early = PartyPair(repeating: 0.0)
    for party in Party.allCases {
      if isInside, speech[party].contains(frame) { early[party] = 1 }
      if settledFrame >= 0, settled[party].contains(settledFrame) {
        found[party] = SpeechEvidence(heard: 1)
      }
    }
    let activities = PartyPair(
      agent: Self.step(&gates.agent, isUnheard, early.agent, found.agent),
      customer: Self.step(&gates.customer, isUnheard, early.customer, found.customer))
    frame += 1
    if settledFrame >= 0 { evidence(settledFrame, found) }
    stage.take(
      report(activities, evidence: found, settled: settledFrame >= 0 ? settledFrame : nil),
      emit: emit)
    return true
  }

  /// Ends the call where it is: closes what is open.
  package mutating func finish(emit: (Event) -> Void) {
    endUnheard(at: consumed.frames, emit: emit)
    let activities = PartyPair(agent: gates.agent.finish(), customer: gates.customer.finish())
    stage.take(
      report(activities, evidence: PartyPair(repeating: SpeechEvidence()), settled: nil),
      emit: emit)
    stage.finish(at: consumed, emit: emit)
  }

  private static func step(
    _ gate: inout ActivityGate, _ isUnheard: Bool, _ early: Double, _ found: SpeechEvidence
  ) -> PartyActivity {
    isUnheard ? gate.suspend() : gate.advance(early: early, settled: found.probability)
  }

  private func report(
    _ activities: PartyPair<PartyActivity>, evidence: PartyPair<SpeechEvidence>, settled: Int?
  ) -> FrameReport {
    FrameReport(
      consumed: consumed, activities: activities, evidence: evidence,
      powers: PartyPair(repeating: PowerSums()), leaks: PartyPair(repeating: nil),
      settledFrame: settled)
  }

  private mutating func endUnheard(at frame: Int, emit: (Event) -> Void) {
    guard let start = unheardSince else { return }
    unheardSince = nil
    guard frame > start else { return }
    let interval = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
    for party in Party.allCases {
      emit(Event(at: interval.end, kind: .unknown(party, interval, .lost)))
    }
  }
}
