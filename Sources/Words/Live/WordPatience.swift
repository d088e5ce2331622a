import Conversation

/// Up to when each party's words are known, as far as they come in order and not too late.
///
/// Where a party has spoken and its words have not come, they are waited for until five seconds after
/// that speech: recognizers tell an utterance once it is over. Who has told no word of five utterances
/// is not waited for.
struct WordPatience {
  /// How long after speech its words are waited for; services give them within three seconds, mostly.
  static let wait = SampleTime(seconds: 5)
  /// No speech is waited for longer, however long it goes on.
  static let longest = SampleTime(seconds: 20)
  /// The utterances without words after which nobody waits: a writer that gives none.
  private static let mostMissed = 5
  /// Speech parted by shorter pauses is one utterance, as recognizers have it.
  private static let joining = SampleTime(seconds: 1.5)
  /// The last word may end so much before its segment.
  private static let slack = SampleTime(seconds: 0.3)

  /// Up to when words have come.
  private var told = PartyPair<SampleTime>(repeating: .zero)
  /// Up to when the party's speech has words, or has been waited for.
  private var passed = PartyPair<SampleTime>(repeating: .zero)
  private var missed = PartyPair(repeating: 0)
  /// Whether no more words will come.
  var isOver = false

  /// Takes up to when a party's words have come.
  mutating func hear(_ party: Party, through time: SampleTime) {
    told[party] = max(told[party], time)
    missed[party] = 0
  }

  /// The words so far, and their times, belong so much later.
  mutating func move(by step: SampleTime) {
    told.agent += step
    told.customer += step
  }

  /// Whether it is known what a party said from a time on, be it nothing.
  func knows(_ party: Party, from start: SampleTime) -> Bool {
    start <= (isOver ? max(told.agent, told.customer) : told[party])
  }

  /// Up to when the words of both parties are known at a moment.
  mutating func horizon(at now: SampleTime, _ speech: HeardSpeech) -> SampleTime {
    var horizon = now - HeardSpeech.lag
    guard !isOver else { return horizon }
    for party in Party.allCases {
      horizon = min(horizon, wordsKnown(of: party, at: now, speech))
    }
    return max(horizon, now - Self.longest)
  }

  private mutating func wordsKnown(
    of party: Party, at now: SampleTime, _ speech: HeardSpeech
  ) -> SampleTime {
    var segments = speech.segments(of: party, after: passed[party], now: now)[...]
    while let first = segments.popFirst() {
      // Words without a pause between them arrive together.
      var end = first.end
      while let next = segments.first, next.start - end < Self.joining {
        end = next.end
        segments.removeFirst()
      }
      let isOver = now - end >= Self.joining
      let isTold = end <= told[party] + Self.slack
      let isGivenUp = now - end > Self.wait
      guard isOver, isTold || isGivenUp || missed[party] >= Self.mostMissed else {
        if isOver || missed[party] < Self.mostMissed { return max(first.start, told[party]) }
        continue
      }
      if !isTold {
        guard isGivenUp else { continue }
        missed[party] += 1
      }
      passed[party] = end
    }
    return now
  }
}
