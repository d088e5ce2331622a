import Conversation

/// Counts what each party does when the other interrupts it, from events.
struct YieldingTally {
  /// The time within which a yielded floor counts as had again: that in which a floor settles.
  private static let within = SampleTime(seconds: 5)

  private var counts = PartyPair(repeating: Yielding())
  private var times = PartyPair(repeating: LengthHistogram(lowest: 0, highest: 1000))
  /// When each party stopped at the floor that it yielded last.
  private var stopped = PartyPair<SampleTime?>(repeating: nil)

  /// Takes the outcome of an interruption by a party.
  mutating func add(
    _ outcome: InterruptionOutcome, of flag: (party: Party, start: SampleTime),
    speech: PartyPair<FinishedSpeech>
  ) {
    let party = flag.party.other
    counts[party].interrupted += 1
    guard outcome == .floorTaken else { return }
    counts[party].yielded += 1
    guard let end = speech[party].end(after: flag.start) else { return }
    times[party].add(end - flag.start)
    stopped[party] = end
  }

  /// Takes a change of who speaks.
  mutating func addTransition(to party: Party, at start: SampleTime) {
    guard let end = stopped[party] else { return }
    stopped[party] = nil
    if start - end <= Self.within { counts[party].cameBack += 1 }
  }

  /// Adds the counts of another conversation.
  mutating func add(_ other: YieldingTally) {
    for party in Party.allCases {
      counts[party].interrupted += other.counts[party].interrupted
      counts[party].yielded += other.counts[party].yielded
      counts[party].cameBack += other.counts[party].cameBack
      times[party].add(other.times[party])
    }
  }

  /// The counts of a party.
  subscript(party: Party) -> Yielding {
    var result = counts[party]
    result.median = times[party].median
    return result
  }
}
