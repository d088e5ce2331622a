public import Conversation

/// Finds what the parties of a call do with words; a pure function of words, times and a table.
///
/// It says what was said, not what was felt or whether it was right.
public struct ListeningActs: Sendable {
  let table: PhraseTable
  private let keepsText: Bool

  /// A sentence counts as cut when the other begins so soon after it.
  private static let longestCut = SampleTime(seconds: 1)
  /// The words of a sentence that does nothing but ask the other to go on.
  private static let longestInvitation = 8
  /// An answer begins within this.
  private static let latestAnswer = SampleTime(seconds: 10)

  /// Creates a finder that leaves texts away unless they are to be kept.
  public init(table: PhraseTable = .standard, keepsText: Bool = false) {
    self.table = table
    self.keepsText = keepsText
  }

  /// What words make known, by time, and what they amount to.
  ///
  /// `speech` are the segments that the words were cut to; `language` what the transcript names.
  public func find(
    in words: PartyPair<[Word]>, speech: PartyPair<[Interval]>, language: String? = nil,
    source: String
  ) -> (events: [WordEvent], wording: CallWording) {
    let splitter = SentenceSplitter(words)
    let sentences = PartyPair(
      agent: splitter.sentences(of: .agent, words.agent),
      customer: splitter.sentences(of: .customer, words.customer))
    var wording = CallWording(source: source)
    wording.language = language
    var spoken = Language()
    spoken.look(at: words)
    wording.hasActs = spoken.isEnglish(named: language)
    var events: [WordEvent] = []
    for party in Party.allCases {
      for sentence in sentences[party] {
        events.append(utterance(sentence))
        if wording.hasActs {
          events += acts(of: sentence, splitter, words, sentences, speech)
        }
      }
    }
    events.sort { ($0.interval.start, $0.party.rawValue) < ($1.interval.start, $1.party.rawValue) }
    count(events, sentences, words, speech, splitter, into: &wording)
    return (events, wording)
  }

  private func text(_ sentence: Sentence) -> String? { keepsText ? sentence.text : nil }

  private func acts(
    of sentence: Sentence, _ splitter: SentenceSplitter, _ words: PartyPair<[Word]>,
    _ sentences: PartyPair<[Sentence]>, _ speech: PartyPair<[Interval]>
  ) -> [WordEvent] {
    var events: [WordEvent] = []
    if isQuestion(sentence, splitter) {
      let answer = answer(to: sentence, sentences, speech)
      events.append(question(sentence, answer: answer))
    }
    return events + remarks(in: sentence, splitter, words, sentences)
  }

  func isQuestion(_ sentence: Sentence, _ splitter: SentenceSplitter) -> Bool {
    QuestionRules(isPunctuated: splitter.isPunctuated).isQuestion(sentence)
  }

  func question(_ sentence: Sentence, answer: SampleTime?) -> WordEvent {
    let isOpen = table.match(.openQuestions, in: sentence) != nil
    return .question(
      sentence.party, sentence.interval, isOpen: isOpen, answer: answer, text: text(sentence))
  }

  func utterance(_ sentence: Sentence) -> WordEvent {
    .utterance(
      sentence.party, sentence.interval, words: sentence.words.count, text: text(sentence))
  }

  /// What a sentence does besides asking; known once the words up to it are.
  func remarks(
    in sentence: Sentence, _ splitter: SentenceSplitter, _ words: PartyPair<[Word]>,
    _ sentences: PartyPair<[Sentence]>
  ) -> [WordEvent] {
    let party = sentence.party
    var events: [WordEvent] = []
    if isAcknowledgement(sentence) {
      events.append(
        .phrase(party, sentence.interval, .acknowledgement, text: text(sentence)))
    }
    for kind in PhraseKind.allCases where kind != .acknowledgement {
      guard let range = table.match(.phrases(kind), in: sentence) else { continue }
      events.append(.phrase(party, sentence.interval(of: range), kind, text: text(sentence)))
    }
    if let playback = playback(in: sentence, words) { events.append(playback) }
    if let cut = cut(by: sentence, splitter, sentences) { events.append(cut) }
    return events
  }

  /// Whether a sentence only acknowledges: it has a few words, and all of them do.
  func isAcknowledgement(_ sentence: Sentence) -> Bool {
    sentence.forms.count <= 6 && table.isAcknowledgement(sentence)
      && table.match(.claiming, in: sentence) == nil
  }

  /// How long the other spoke from the end of a question until the asker spoke in earnest again.
  private func answer(
    to question: Sentence, _ sentences: PartyPair<[Sentence]>, _ speech: PartyPair<[Interval]>
  ) -> SampleTime? {
    let heard = answer(
      to: question, until: next(after: question, sentences)?.interval.start,
      speech[question.party.other][...])
    return heard.length > .zero ? heard.length : nil
  }

  /// The asker's next sentence in earnest.
  func next(after question: Sentence, _ sentences: PartyPair<[Sentence]>) -> Sentence? {
    let own = sentences[question.party]
    let end = question.interval.end
    return own[own.firstIndex(startingAt: end)...].first {
      $0.interval.start >= end && !isAcknowledgement($0)
    }
  }

  /// The other's speech from the end of a question up to a time, and by when more of it must begin.
  func answer(
    to question: Sentence, until: SampleTime?, _ speech: ArraySlice<Interval>
  ) -> (length: SampleTime, latest: SampleTime) {
    let end = question.interval.end
    var length = SampleTime.zero
    var latest = end + Self.latestAnswer
    for segment in speech where segment.end > end {
      let start = max(segment.start, end)
      if start > latest || until.map({ start >= $0 }) ?? false { break }
      let stop = until.map { min(segment.end, $0) } ?? segment.end
      length += stop - start
      latest = segment.end + Self.latestAnswer
    }
    return (length, latest)
  }

  private func playback(in sentence: Sentence, _ words: PartyPair<[Word]>) -> WordEvent? {
    let other = words[sentence.party.other]
    let from = sentence.interval.start - PlaybackFinder.memory
    let first = other.firstIndex(startingAt: from)
    let last = other.firstIndex(startingAt: sentence.interval.start)
    guard first < last, !isAcknowledgement(sentence) else { return nil }
    let heard = PlaybackFinder.Heard(other[first..<last])
    guard let found = PlaybackFinder.playback(of: heard, in: sentence) else { return nil }
    let said = heard.words[found.heard]
    let interval = Interval(
      start: said.first?.interval.start ?? .zero, end: said.last?.interval.end ?? .zero)
    return .playback(
      sentence.party, sentence.interval, heard: interval, share: found.share,
      text: text(sentence), heardText: keepsText ? said.map(\.text).joined(separator: " ") : nil)
  }

  /// A start in the pause after a sentence that the other's last word leaves open.
  private func cut(
    by sentence: Sentence, _ splitter: SentenceSplitter, _ sentences: PartyPair<[Sentence]>
  ) -> WordEvent? {
    // Who only asks the other to go on takes nothing away.
    let isInvitation =
      sentence.forms.count <= Self.longestInvitation
      && table.match(.phrases(.invitation), in: sentence) != nil
    guard !isAcknowledgement(sentence), !isInvitation else { return nil }
    let start = sentence.interval.start
    let others = sentences[sentence.party.other]
    let place = others.firstIndex(startingAt: start) - 1
    guard place >= 0, let open = others[place].said(by: start),
      start - open.interval.end <= Self.longestCut, isOpen(open, splitter)
    else { return nil }
    let own = sentences[sentence.party]
    let before = own.firstIndex(startingAt: start) - 1
    // Who was speaking already has not begun here.
    if before >= 0, own[before].interval.end > open.interval.end { return nil }
    return .cutInPause(
      sentence.party, start: start, gap: start - open.interval.end,
      after: keepsText ? open.forms.last : nil)
  }

  /// Whether a sentence's last word leaves it open; one of few words, as "it is", is an answer.
  func isOpen(_ sentence: Sentence, _ splitter: SentenceSplitter) -> Bool {
    guard sentence.mark == nil, sentence.forms.count >= 3, let last = sentence.forms.last else {
      return false
    }
    return table.unfinished.contains(last)
      || splitter.isPunctuated && table.unfinishedByMarks.contains(last)
  }
}

extension Array where Element: Timed {
  /// The index of the first element that starts at or after a time.
  func firstIndex(startingAt time: SampleTime) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].interval.start < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The elements from the last one that starts before a time.
  func since(_ time: SampleTime) -> ArraySlice<Element> {
    self[Swift.max(firstIndex(startingAt: time) - 1, startIndex)...]
  }
}
