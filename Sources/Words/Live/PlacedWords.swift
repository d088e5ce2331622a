import Conversation

/// Words that come while a call runs, each laid into its party's speech once that is known.
struct PlacedWords {
  /// So many words make it likely that their times are off, if they are.
  private static let fewest = 8

  /// The words that have their place for good, by start.
  var words: PartyPair<[Word]> = PartyPair(repeating: [])
  /// The words whose place is not known yet, by start, behind the first `passed`, which have theirs.
  private var waiting: PartyPair<[Word]> = PartyPair(repeating: [])
  private var passed = PartyPair(repeating: 0)
  private(set) var placed = 0
  /// How many of them lie in their party's speech.
  private(set) var inside = 0
  /// How many came after their time was settled.
  private(set) var late = 0
  /// How many lie after the end of the stream.
  private(set) var unheard = 0
  /// How many of the words in `words` bear a mark that may end a sentence.
  private(set) var marked = 0
  private var horizon = SampleTime.zero
  private(set) var fit = LiveFit()
  /// What was placed before this call.
  private var before = (placed: 0, inside: 0)

  /// Adds words of a party.
  mutating func add(_ new: [Word], of party: Party) {
    for word in new {
      let word = word.moved(by: fit.offset)
      if LiveFit.isLate(word, at: horizon) {
        if !fit.miss(word, of: party, at: horizon) { late += 1 }
        continue
      }
      let place = rest(of: party).lastIndex { $0.interval.start <= word.interval.start }
      waiting[party].insert(word, at: place.map { $0 + 1 } ?? passed[party])
    }
  }

  /// Lays down what lies before a time up to which words and speech are known.
  ///
  /// A word that lies across it waits, and `complete` is up to when none does.
  mutating func settle(to horizon: SampleTime, at now: SampleTime, _ speech: HeardSpeech) {
    self.horizon = max(self.horizon, horizon)
    for party in Party.allCases {
      let due = rest(of: party).prefix { $0.interval.end + TranscriptFit.slack <= horizon }.count
      lay(due, of: party, at: now, speech)
    }
  }

  private func rest(of party: Party) -> ArraySlice<Word> { waiting[party][passed[party]...] }

  /// Lays down the first words that wait.
  private mutating func lay(
    _ count: Int, of party: Party, at now: SampleTime, _ speech: HeardSpeech
  ) {
    let due = Array(rest(of: party).prefix(count))
    guard let first = due.first else { return }
    let segments = speech.segments(
      of: party, after: first.interval.start - TranscriptFit.slack, now: now)
    // Where a word lies that goes on is not known.
    let whole = due.filter { $0.interval.end <= now }
    if !fit.isSettled { fit.lay(due, of: party) }
    placed += whole.count
    inside += whole.count { word in
      let middle = SampleTime(ticks: (word.interval.start.ticks + word.interval.end.ticks) / 2)
      return segments.contains { $0.start <= middle && middle < $0.end }
    }
    let found = due.cut(to: segments, after: .zero)
    marked += found.marked
    words[party] += found
    passed[party] += count
    // Dropped in large pieces, so that the rest seldom moves.
    guard passed[party] * 2 >= waiting[party].count else { return }
    waiting[party].removeFirst(passed[party])
    passed[party] = 0
  }

  /// Up to when all words that were settled have their place.
  var complete: SampleTime {
    Party.allCases.reduce(horizon) { time, party in
      min(time, rest(of: party).first?.interval.start ?? time)
    }
  }

  /// The words that wait, laid down as well as is known.
  func laidWaiting(at now: SampleTime, _ speech: HeardSpeech) -> PartyPair<[Word]> {
    var laid = PartyPair<[Word]>(repeating: [])
    for party in Party.allCases {
      let begun = Array(rest(of: party).prefix { $0.interval.start < now })
      guard let first = begun.first else { continue }
      let segments = speech.segments(
        of: party, after: first.interval.start - TranscriptFit.slack, now: now)
      laid[party] = begun.cut(to: segments, after: .zero)
    }
    return laid
  }

  /// The share of words in their party's speech; nil for too few.
  var alignment: Double? {
    placed >= TranscriptFit.fewestWords ? Double(inside) / Double(placed) : nil
  }

  /// Whether the few words so far lie elsewhere than their party speaks.
  var isDoubtful: Bool {
    let words = placed - before.placed
    return !fit.isSettled && words >= Self.fewest
      && Double(inside - before.inside) < TranscriptFit.leastAlignment * Double(words)
  }

  /// Lays down what was begun before the end of the stream; of the rest nothing is known.
  mutating func finish(at end: SampleTime, _ speech: HeardSpeech) {
    horizon = max(horizon, end)
    for party in Party.allCases {
      lay(rest(of: party).prefix { $0.interval.start < end }.count, of: party, at: end, speech)
      unheard += rest(of: party).count
      waiting[party] = []
      passed[party] = 0
    }
  }

  /// Forgets the words that have their place, and keeps the counts of all.
  mutating func forgetPlaced() {
    words = PartyPair(repeating: [])
    marked = 0
    before = (placed, inside)
    late += fit.forget()
  }

  /// Looks whether the words so far fit better elsewhere and lays them there; returns by how much they
  /// have moved.
  mutating func refit(at now: SampleTime, _ speech: HeardSpeech) -> SampleTime {
    guard !fit.isSettled else { return .zero }
    let step = fit.look(at: now, speech)
    if step != .zero {
      var all = fit.move(by: step)
      for party in Party.allCases {
        all[party] += rest(of: party).map { $0.moved(by: step) }
        all[party].sort { $0.interval.start < $1.interval.start }
      }
      waiting = all
      passed = PartyPair(repeating: 0)
      words = PartyPair(repeating: [])
      (placed, inside) = before
      marked = 0
      settle(to: horizon, at: now, speech)
    }
    if fit.isSettled { late += fit.forget() }
    return step
  }
}
