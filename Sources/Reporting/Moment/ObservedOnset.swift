public import Conversation

/// An onset over the other's speech with what a record tells of it.
public struct ObservedOnset: Equatable, Sendable {
  /// The overlap that it began.
  public let overlap: Overlap
  /// What it was, and the figures that decided.
  public let onset: Onset
  /// How long the newcomer spoke without a pause.
  public let spoken: SampleTime
  /// The interruption that stands there; nil where none does.
  public let interruption: RecordedInterruption?
  /// The flag that was taken back there; nil where none was.
  public let retracted: RetractedInterruption?

  /// The one who began.
  public var party: Party { overlap.by }
  /// When it began.
  public var start: SampleTime { overlap.interval.start }
  /// What it was.
  public var kind: OnsetClass { onset.kind }
  /// How long the other had been audible.
  public var lead: SampleTime { onset.lead }
  /// How long the other went on.
  public var rest: SampleTime { .zero - onset.offset }
}

extension CallRecord {
  /// Every onset over the other's speech, in the order of time.
  public var onsets: [ObservedOnset] {
    overlaps.compactMap { overlap -> ObservedOnset? in
      guard let onset = overlap.onset else { return nil }
      let (party, start) = (overlap.by, overlap.interval.start)
      let segment = segments[party].first { $0.start <= start && start < $0.end }
      return ObservedOnset(
        overlap: overlap, onset: onset, spoken: (segment?.end ?? overlap.interval.end) - start,
        interruption: interruptions.first { $0.flag.party == party && $0.flag.start == start },
        retracted: retracted.first { $0.flag.party == party && $0.flag.start == start })
    }.sorted { $0.start < $1.start }
  }
}
