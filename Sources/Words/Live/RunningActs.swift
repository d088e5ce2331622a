import Conversation

/// What the parties of a call that goes on do with words, found as soon as nothing can change it.
struct RunningActs {
  /// So long after a sentence the other's sentence before it is complete.
  private static let context = SampleTime(seconds: 1.5)

  let acts: ListeningActs
  /// The sentences that are complete, by start.
  private(set) var sentences: PartyPair<[Sentence]> = PartyPair(repeating: [])
  private(set) var events: [WordEvent] = []
  /// The words of the sentences under way.
  private var open: PartyPair<[Word]> = PartyPair(repeating: [])
  /// How many words lie in sentences, complete or under way.
  private var taken = PartyPair(repeating: 0)
  /// What parted them.
  private var splitter: SentenceSplitter?
  /// How many sentences have told their acts.
  private var told = PartyPair(repeating: 0)
  /// The questions whose answers go on.
  private var asked: [Sentence] = []

  init(_ acts: ListeningActs) { self.acts = acts }

  /// Parts what is known by now into sentences and tells what they do; nil for all that there is.
  mutating func advance(
    to horizon: SampleTime?, words: PartyPair<[Word]>, _ splitter: SentenceSplitter,
    _ speech: HeardSpeech, hasActs: Bool, at now: SampleTime
  ) -> [WordEvent] {
    part(words, splitter, horizon)
    var found: [WordEvent] = []
    let due = PartyPair(agent: due(of: .agent, horizon), customer: due(of: .customer, horizon))
    if let first = Party.allCases.compactMap({ due[$0].first?.interval.start }).min() {
      let recent = sentences(
        since: first, of: words, then: PartyPair(repeating: []), splitter)
      for party in Party.allCases {
        told[party] += due[party].count
        for sentence in due[party] {
          found.append(acts.utterance(sentence))
          guard hasActs else { continue }
          if acts.isQuestion(sentence, splitter) { asked.append(sentence) }
          found += acts.remarks(in: sentence, splitter, words, recent)
        }
      }
    }
    var unanswered: [Sentence] = []
    for question in asked {
      let other = speech.segments(
        of: question.party.other, after: question.interval.end, now: now)
      let next = acts.next(after: question, sentences)
      let heard = acts.answer(to: question, until: next?.interval.start, other[...])
      let isUnderWay = open[question.party].first.map { $0.interval.start <= heard.latest } ?? false
      if let horizon, next == nil, isUnderWay || heard.latest >= horizon {
        unanswered.append(question)
      } else {
        found.append(acts.question(question, answer: heard.length > .zero ? heard.length : nil))
      }
    }
    asked = unanswered
    found.sort { ($0.interval.start, $0.party.rawValue) < ($1.interval.start, $1.party.rawValue) }
    events += found
    return found
  }

  /// The sentences that have not told their acts and can now: what the other has said by their ends must
  /// be complete, too.
  private func due(of party: Party, _ horizon: SampleTime?) -> ArraySlice<Sentence> {
    sentences[party][told[party]...].prefix { sentence in
      horizon.map { sentence.interval.end + Self.context <= $0 } ?? true
    }
  }

  /// The sentences from the last one that begins before a time, with those under way, to which the words
  /// in `then` belong.
  func sentences(
    since time: SampleTime, of words: PartyPair<[Word]>, then: PartyPair<[Word]>,
    _ splitter: SentenceSplitter
  ) -> PartyPair<[Sentence]> {
    var recent = PartyPair<[Sentence]>(repeating: [])
    for party in Party.allCases {
      let rest = words[party][(taken[party] - open[party].count)...] + then[party]
      recent[party] = sentences[party].since(time) + splitter.sentences(of: party, Array(rest))
    }
    return recent
  }

  /// Completes sentences.
  private mutating func part(
    _ words: PartyPair<[Word]>, _ splitter: SentenceSplitter, _ horizon: SampleTime?
  ) {
    for party in Party.allCases {
      // Other rules part anew what is under way.
      if self.splitter != splitter {
        taken[party] -= open[party].count
        open[party] = []
      }
      let new = words[party][taken[party]...]
      taken[party] = words[party].count
      sentences[party] += splitter.part(new, of: party, after: &open[party])
      guard let last = open[party].last,
        horizon.map({ last.interval.end + splitter.longestPause <= $0 }) ?? true
      else { continue }
      sentences[party].append(Sentence(party, open[party]))
      open[party] = []
    }
    self.splitter = splitter
  }
}
