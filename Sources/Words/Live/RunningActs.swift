import Conversation

/// What the parties of a call that goes on do with words, found as soon as nothing can change it.
struct RunningActs {
  /// So long after a sentence the other's sentence before it is complete.
  private static let context = SampleTime(seconds: 1.5)

  let acts: ListeningActs
  /// The sentences that are complete, by start.
  private(set) var sentences: PartyPair<[Sentence]> = PartyPair(repeating: [])
  private(set) var events: [WordEvent] = []
  /// How many words lie in complete sentences.
  private var parted = PartyPair(repeating: 0)
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
    let open = part(words, splitter, horizon)
    var found: [WordEvent] = []
    if Party.allCases.contains(where: { told[$0] < sentences[$0].count }) {
      var all = sentences
      for party in Party.allCases { if let open = open[party] { all[party].append(open) } }
      for party in Party.allCases {
        // What the other has said by then must be complete, too.
        while told[party] < sentences[party].count,
          horizon.map({ sentences[party][told[party]].interval.end + Self.context <= $0 }) ?? true
        {
          let sentence = sentences[party][told[party]]
          told[party] += 1
          found.append(acts.utterance(sentence))
          guard hasActs else { continue }
          if acts.isQuestion(sentence, splitter) { asked.append(sentence) }
          found += acts.remarks(in: sentence, splitter, words, all)
        }
      }
    }
    var unanswered: [Sentence] = []
    for question in asked {
      let other = speech.segments(
        of: question.party.other, after: question.interval.end, now: now)
      let next = acts.next(after: question, sentences)
      let heard = acts.answer(to: question, until: next?.interval.start, other[...])
      let isUnderWay = open[question.party].map { $0.interval.start <= heard.latest } ?? false
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

  /// The complete sentences and those under way, for judgements.
  func sentences(of words: PartyPair<[Word]>, _ splitter: SentenceSplitter) -> PartyPair<[Sentence]>
  {
    var all = sentences
    for party in Party.allCases {
      let rest = Array(words[party].dropFirst(parted[party]))
      all[party] += splitter.sentences(of: party, rest)
    }
    return all
  }

  /// Completes sentences and returns those under way.
  private mutating func part(
    _ words: PartyPair<[Word]>, _ splitter: SentenceSplitter, _ horizon: SampleTime?
  ) -> PartyPair<Sentence?> {
    var open = PartyPair<Sentence?>(repeating: nil)
    for party in Party.allCases where parted[party] < words[party].count {
      var found = splitter.sentences(of: party, Array(words[party][parted[party]...]))
      if let last = found.last, let word = last.words.last {
        let isOver =
          horizon.map { word.interval.end + splitter.longestPause <= $0 } ?? true
          || splitter.isPunctuated && SentenceSplitter.ends(word.text)
        if !isOver {
          open[party] = last
          found.removeLast()
        }
      }
      parted[party] += found.reduce(0) { $0 + $1.words.count }
      sentences[party] += found
    }
    return open
  }
}
