import Conversation

/// Counts how each party encourages the other, from events.
struct CreditTally {
  /// More than anyone gives in one turn: at seven a minute a turn of 36 minutes.
  private static let capacity = 256

  private(set) var credits = PartyPair(repeating: BackchannelCredit())
  /// Each party's backchannels in the other's turn under way.
  private var given = PartyPair<[Interval]>(repeating: [])

  init() {
    for party in Party.allCases { given[party].reserveCapacity(Self.capacity) }
  }

  /// Takes the next event; `speech` is what both have said so far.
  mutating func add(_ kind: Event.Kind, speech: PartyPair<FinishedSpeech>) {
    switch kind {
    case .backchannel(let party, let interval):
      if speech[party.other].contains(interval.start) {
        credits[party].inOverlap += 1
      } else {
        credits[party].inPauses += 1
      }
      if given[party].count == Self.capacity { given[party].removeFirst() }
      given[party].append(interval)
    case .turn(let party, let turn): close(turn, listener: party.other)
    default: break
    }
  }

  /// Adds the credits of another conversation.
  mutating func add(_ other: CreditTally) {
    for party in Party.allCases {
      credits[party].inOverlap += other.credits[party].inOverlap
      credits[party].inPauses += other.credits[party].inPauses
      if let stretch = other.credits[party].longestWithout { note(stretch, party) }
    }
  }

  private mutating func close(_ turn: Interval, listener: Party) {
    var start = turn.start
    for backchannel in given[listener]
    where backchannel.start >= turn.start && backchannel.start < turn.end {
      note(Interval(start: start, end: backchannel.start), listener)
      start = max(start, backchannel.end)
    }
    if start < turn.end { note(Interval(start: start, end: turn.end), listener) }
    given[listener].removeAll { $0.start < turn.end }
  }

  private mutating func note(_ stretch: Interval, _ listener: Party) {
    if let longest = credits[listener].longestWithout, longest.length >= stretch.length { return }
    credits[listener].longestWithout = stretch
  }
}
