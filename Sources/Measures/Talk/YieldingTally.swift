import Conversation

/// Counts what each party does when the other interrupts it, from events.
struct YieldingTally {
  /// The time within which a yielded floor counts as had again: that in which a floor settles.
  private static let within = SampleTime(seconds: 5)
  /// The interruptions that can still be taken back.
  private static let remembered = 64

  /// What an interruption has been counted as.
  struct Entry {
    let id: Int
    let party: Party
    let hasYielded: Bool
    /// When the interrupted party stopped, and how long after the onset.
    var stopped: (at: SampleTime, after: SampleTime)?
    var hasComeBack = false
  }

  private var counts = PartyPair(repeating: Yielding())
  private var times = PartyPair(repeating: LengthHistogram(lowest: 0, highest: 1000))
  private var entries: [Entry] = []
  /// The floor that each party yielded last, as long as it may come back to it.
  private var last = PartyPair<Int?>(repeating: nil)

  init() { entries.reserveCapacity(Self.remembered) }

  /// Takes the outcome of an interruption by a party.
  mutating func add(
    _ outcome: InterruptionOutcome, of flag: (id: Int, party: Party, start: SampleTime),
    speech: PartyPair<FinishedSpeech>
  ) {
    let party = flag.party.other
    var entry = Entry(id: flag.id, party: party, hasYielded: outcome == .floorTaken)
    counts[party].interrupted += 1
    if entry.hasYielded {
      counts[party].yielded += 1
      if let end = speech[party].end(after: flag.start) {
        entry.stopped = (end, end - flag.start)
        times[party].add(end - flag.start)
        last[party] = flag.id
      }
    }
    if entries.count == Self.remembered { entries.removeFirst() }
    entries.append(entry)
  }

  /// Takes back an interruption, and returns what it has been counted as.
  @discardableResult
  mutating func remove(id: Int) -> Entry? {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
    let entry = entries.remove(at: index)
    counts[entry.party].interrupted -= 1
    if entry.hasYielded { counts[entry.party].yielded -= 1 }
    if entry.hasComeBack { counts[entry.party].cameBack -= 1 }
    if let stopped = entry.stopped { times[entry.party].remove(stopped.after) }
    if last[entry.party] == id { last[entry.party] = nil }
    return entry
  }

  /// Counts an interruption again that was taken back.
  mutating func restore(_ entry: Entry) {
    counts[entry.party].interrupted += 1
    if entry.hasYielded { counts[entry.party].yielded += 1 }
    if entry.hasComeBack { counts[entry.party].cameBack += 1 }
    if let stopped = entry.stopped { times[entry.party].add(stopped.after) }
    if entries.count == Self.remembered { entries.removeFirst() }
    entries.append(entry)
  }

  /// Takes a change of who speaks.
  mutating func addTransition(to party: Party, at start: SampleTime) {
    guard let id = last[party] else { return }
    last[party] = nil
    guard let index = entries.lastIndex(where: { $0.id == id }),
      let stopped = entries[index].stopped, start - stopped.at <= Self.within
    else { return }
    counts[party].cameBack += 1
    entries[index].hasComeBack = true
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
