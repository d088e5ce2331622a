import Conversation

/// Joins the finished overlaps with the classes of their onsets, whichever comes first.
struct ClassifiedOverlaps {
  /// More than can be open in the five seconds in which a floor settles.
  private static let capacity = 32

  private var waiting: [Overlap] = []
  /// The newest classes, for overlaps that outlast the contest for the floor.
  private var settled: [(party: Party, start: SampleTime, onset: Onset)] = []

  init() {
    waiting.reserveCapacity(Self.capacity)
    settled.reserveCapacity(Self.capacity)
  }

  /// Takes a finished overlap; `isOpen` where its onset is still followed.
  mutating func add(_ overlap: Overlap, isOpen: Bool, emit: (Event.Kind) -> Void) {
    if isOpen {
      waiting.append(overlap)
      return
    }
    var overlap = overlap
    overlap.onset =
      settled.last { $0.party == overlap.by && $0.start == overlap.interval.start }?.onset
    emit(.overlap(overlap))
  }

  /// Takes the class of an onset.
  mutating func settle(
    _ party: Party, at start: SampleTime, _ onset: Onset, emit: (Event.Kind) -> Void
  ) {
    if let index = waiting.firstIndex(where: { $0.by == party && $0.interval.start == start }) {
      var overlap = waiting.remove(at: index)
      overlap.onset = onset
      emit(.overlap(overlap))
      return
    }
    if settled.count == Self.capacity { settled.removeFirst() }
    settled.append((party, start, onset))
  }

  /// Tells the overlaps whose onset has got no class.
  mutating func finish(emit: (Event.Kind) -> Void) {
    for overlap in waiting { emit(.overlap(overlap)) }
    waiting.removeAll(keepingCapacity: true)
  }
}
