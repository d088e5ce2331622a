import Conversation

/// How far off the times of words are that arrive during a call.
///
/// It is estimated again after every twenty words, and settled once a better offset is no longer found.
struct LiveFit {
  /// Chance puts a word more here or there.
  private static let leastGain = 2
  /// So little is not worth moving words for: recognizers' times are no better.
  private static let least = TranscriptFit.slack
  /// Words that fit nowhere by then are another call's.
  private static let most = 200
  private static let mostMissed = 40
  /// So much more of the words lie in the other's speech where the parties are swapped.
  private static let clearly = 0.2

  /// What is added to the words' times.
  private(set) var offset = SampleTime.zero
  private(set) var isSettled = false
  /// Whether the words of each party lie in the other's speech.
  private(set) var isSwapped = false
  /// The words of the call that have been laid down, before they were cut.
  private var laid: PartyPair<[Word]> = PartyPair(repeating: [])
  /// The words that came too late if the offset is right, with the time that was settled then.
  private var missed: [(party: Party, word: Word, horizon: SampleTime)] = []

  /// Whether a word comes too late where a time is settled up to which words are known.
  static func isLate(_ word: Word, at horizon: SampleTime) -> Bool {
    word.interval.end + TranscriptFit.slack <= horizon
  }

  mutating func lay(_ words: [Word], of party: Party) { laid[party] += words }

  /// Keeps a word that comes too late if the offset is right; false where it does so in any case.
  mutating func miss(_ word: Word, of party: Party, at horizon: SampleTime) -> Bool {
    let latest = word.moved(by: TranscriptFit.farthest - offset)
    guard !isSettled, !Self.isLate(latest, at: horizon) else { return false }
    missed.append((party, word, horizon))
    // So many come late because they are slow.
    isSettled = missed.count >= Self.mostMissed
    return true
  }

  /// Looks where the words so far fit best, and returns by how much they have to move.
  mutating func look(at now: SampleTime, _ speech: HeardSpeech) -> SampleTime {
    let heard = PartyPair(
      agent: speech.segments(of: .agent, after: .zero, now: now),
      customer: speech.segments(of: .customer, after: .zero, now: now))
    let best = AlignmentSearch(laid, speech: heard)
      .best(from: offset, gaining: Self.leastGain)
    let swapped = AlignmentSearch(
      PartyPair(agent: laid.customer, customer: laid.agent), speech: heard
    ).best(from: offset).share
    isSwapped = swapped >= max(TranscriptFit.leastAlignment, best.share + Self.clearly)
    let isNear = best.offset <= Self.least && .zero - best.offset <= Self.least
    // Few words of swapped parties may fit, too, moved by the length of a turn.
    let fits =
      best.share >= TranscriptFit.leastAlignment && !isSwapped
      && (isNear || best.share >= swapped)
    isSettled = fits && isNear || laid.agent.count + laid.customer.count >= Self.most
    // Words that have been moved are moved to the best place; others stay unless it is far.
    return fits && (!isNear || offset != .zero) ? best.offset : .zero
  }

  /// Moves all words and gives back those that are to be laid down anew.
  mutating func move(by step: SampleTime) -> PartyPair<[Word]> {
    offset += step
    var words = PartyPair<[Word]>(repeating: [])
    for party in Party.allCases { words[party] = laid[party].map { $0.moved(by: step) } }
    laid = PartyPair(repeating: [])
    for index in missed.indices { missed[index].word = missed[index].word.moved(by: step) }
    for (party, word, horizon) in missed where !Self.isLate(word, at: horizon) {
      words[party].append(word)
    }
    missed.removeAll { !Self.isLate($0.word, at: $0.horizon) }
    return words
  }

  /// Forgets the words of a call, and returns how many came too late.
  mutating func forget() -> Int {
    defer {
      laid = PartyPair(repeating: [])
      missed = []
    }
    return missed.count
  }
}

extension Word {
  func moved(by offset: SampleTime) -> Word {
    Word(text, Interval(start: interval.start + offset, end: interval.end + offset))
  }
}
