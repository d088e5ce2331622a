import Conversation

/// The counts of a call.
extension ListeningActs {
  func count(
    _ events: [WordEvent], _ sentences: PartyPair<[Sentence]>, _ words: PartyPair<[Word]>,
    _ speech: PartyPair<[Interval]>, _ splitter: SentenceSplitter, into wording: inout CallWording
  ) {
    for party in Party.allCases {
      var figures = PartyWording()
      figures.words = words[party].count
      figures.utterances = sentences[party].count
      figures.openPauses = sentences[party].reduce(0) { sum, sentence in
        sum + sentence.upToPauses.count { isOpen($0, splitter) }
      }
      figures.wordsPerMinute = Self.pace(words[party], speech[party])
      if splitter.isPunctuated {
        figures.longestSentence = sentences[party].map(\.words.count).max()
      }
      wording.parties[party] = figures
    }
    var answers = PartyPair<[SampleTime]>(repeating: [])
    for event in events {
      switch event {
      case .utterance: break
      case .question(let party, _, let isOpen, let answer, _):
        wording.parties[party].questions += 1
        if isOpen { wording.parties[party].openQuestions += 1 }
        if let answer { answers[party].append(answer) }
      case .playback(let party, _, _, _, _, _): wording.parties[party].playbacks += 1
      case .phrase(let party, _, let kind, _):
        wording.parties[party].phrases[kind, default: 0] += 1
      case .cutInPause(let party, _, _, _): wording.parties[party].cutsInPause += 1
      }
    }
    for party in Party.allCases where !answers[party].isEmpty {
      wording.parties[party].answer = answers[party].sorted()[answers[party].count / 2]
    }
    guard wording.hasActs else {
      wording.withheld.append(
        "questions, phrases and the rest: the rules are for English"
          + (wording.language.map { ", this is \($0)" } ?? ""))
      return
    }
    if !splitter.isPunctuated {
      wording.withheld.append("the longest sentence: the transcript has no punctuation")
    }
    countFacts(sentences, into: &wording)
    wording.isClosed = Self.isClosed(events, speech)
  }

  /// Words in a minute of the speech that has words; nil below half a minute.
  private static func pace(_ words: [Word], _ speech: [Interval]) -> Double? {
    var time = SampleTime.zero
    for segment in speech {
      let next = words.firstIndex(startingAt: segment.start)
      if next < words.count, words[next].interval.start < segment.end { time += segment.length }
    }
    return time >= SampleTime(seconds: 30) ? Double(words.count) * 60 / time.seconds : nil
  }

  private func countFacts(_ sentences: PartyPair<[Sentence]>, into wording: inout CallWording) {
    var said: Set<CustomerFacts.Fact> = []
    var open = sentences.customer.makeIterator()
    var next = open.next()
    var again: Set<CustomerFacts.Fact> = []
    for sentence in sentences.agent {
      while let heard = next, heard.interval.end <= sentence.interval.end {
        said.formUnion(CustomerFacts.facts(in: heard))
        next = open.next()
      }
      again.formUnion(CustomerFacts.facts(in: sentence).intersection(said))
    }
    while let heard = next {
      said.formUnion(CustomerFacts.facts(in: heard))
      next = open.next()
    }
    wording.facts = said.count
    wording.repeatedFacts = again.count
  }

  private static func isClosed(_ events: [WordEvent], _ speech: PartyPair<[Interval]>) -> Bool? {
    let end = max(speech.agent.last?.end ?? .zero, speech.customer.last?.end ?? .zero)
    guard end > .zero else { return nil }
    return events.contains { event in
      guard case .phrase(.agent, let interval, .closing, _) = event else { return false }
      return interval.end + SampleTime(seconds: 30) >= end
    }
  }
}
