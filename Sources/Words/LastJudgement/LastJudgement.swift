public import Conversation

/// Judges every onset over the other's speech once more with the words that are known by then.
///
/// Words correct the last judgement and leave early flags where they are: a flag that timing would let
/// stand is taken back where the newcomer only agreed, one that timing would take back stands where it
/// claimed, and a contested return of the holder is decided where its words tell whether it had
/// finished. A pure function of a call's events and words; a word counts half a second after its end, so
/// that a recognizer beside the call could have known it.
public struct LastJudgement {
  /// How long after its end a word counts as known: half a second (docs/interruptions.md).
  public static let delay: SampleTime = SampleTime(seconds: 0.5)
  /// A word that began so little before the onset is the onset's.
  private static let slack = SampleTime(seconds: 0.1)
  /// No onset is judged later.
  private static let latest = SampleTime(seconds: 6.5)

  private let words: PartyPair<[Word]>
  private let sentences: PartyPair<[Sentence]>
  private let acts: ListeningActs
  private let table: PhraseTable
  private let settings: TurnSettings
  private let splitter: SentenceSplitter

  /// Creates a judgement with the words of both parties, by start, and the rules for them.
  public init(words: PartyPair<[Word]>, table: PhraseTable, settings: TurnSettings) {
    let splitter = SentenceSplitter(words)
    self.init(
      words: words,
      sentences: PartyPair(
        agent: splitter.sentences(of: .agent, words.agent),
        customer: splitter.sentences(of: .customer, words.customer)),
      splitter: splitter, table: table, settings: settings)
  }

  /// Creates a judgement with words that have been parted into sentences already.
  init(
    words: PartyPair<[Word]>, sentences: PartyPair<[Sentence]>, splitter: SentenceSplitter,
    table: PhraseTable, settings: TurnSettings
  ) {
    self.words = words
    self.sentences = sentences
    self.splitter = splitter
    self.table = table
    self.settings = settings
    acts = ListeningActs(table: table)
  }

  /// What comes in the place of some of a call's events, by their indices, and what that changes.
  ///
  /// The events are the engine's, in their order and complete.
  public func changes(
    of events: [Event]
  ) -> (changes: [Int: [Event]], counts: PartyPair<JudgedOnsets>) {
    let sheet = judged(events) { _ in true }
    return (sheet.changes, sheet.counts)
  }

  /// Judges the onsets, and the backchannels in pauses, whose events at these indices are due.
  ///
  /// New flags are numbered from `first`, or behind all that there are.
  func judged(
    _ events: [Event], numberedFrom first: Int? = nil, isDue: (Int) -> Bool
  ) -> CorrectionSheet {
    let onsets = CallOnsets(events)
    var sheet = CorrectionSheet(events, nextID: first ?? onsets.nextID)
    for found in onsets.all where isDue(found.overlapIndex) && !words[found.party].isEmpty {
      let said = said(
        by: found.party, from: found.start - Self.slack, knownBy: found.settledAt)
      if found.onset.kind == .resumption {
        judge(resumption: found, said, in: &sheet)
      } else {
        judge(found, said, in: &sheet)
      }
    }
    for credit in onsets.lone where isDue(credit.index) {
      let said = said(
        by: credit.party, from: credit.interval.start - Self.slack,
        until: credit.interval.end + Self.slack)
      if said.isOutcry { sheet.replace(credit.index, by: []) }
    }
    return sheet
  }

  /// What a party had said since a time, as far as that was known by another.
  private func said(
    by party: Party, from start: SampleTime, knownBy time: SampleTime
  ) -> SpokenWords {
    said(by: party, from: start, until: time - Self.delay)
  }

  private func said(
    by party: Party, from start: SampleTime, until end: SampleTime
  ) -> SpokenWords {
    let own = words[party]
    let first = own.firstIndex(startingAt: start)
    let found = own[first...].prefix { $0.interval.start < end }.filter { $0.interval.end <= end }
    return SpokenWords(party, found, table: table)
  }

  // MARK: Onsets of who does not hold the floor

  private func judge(
    _ found: CallOnsets.Found, _ said: SpokenWords, in sheet: inout CorrectionSheet
  ) {
    let timing = found.onset.kind
    guard timing != .simultaneousStart, !found.evidence.isFaint else {
      return sheet.note(found, timing, said)
    }
    let tookFloor = found.evidence.outcome == .floorTaken
    let isUnfinished = found.rest > SampleTime(seconds: settings.terminalOverlap)
    if timing == .backchannel || timing == .terminal {
      // No backchannel is a claim; what the other was about to end anyway is none either.
      guard timing == .backchannel, said.isOutcry else { return sheet.note(found, timing, said) }
      if let index = found.backchannelIndex { sheet.replace(index, by: []) }
    }
    let odds = WordOdds.logit(
      timing: found.evidence.logit, listed: said.listed,
      starts: said.starts.map { Float(($0 - found.start).seconds) },
      heard: Float((found.settledAt - Self.delay - found.start).seconds),
      outcome: found.evidence.outcome, length: Float(found.evidence.length.seconds),
      rest: Float(found.rest.seconds))
    let isFlagged = found.flag != nil && found.endIndex == found.settledIndex
    let needed = isFlagged ? WordOdds.stands : WordOdds.raises
    var isClaim = said.isOutcry || odds >= (tookFloor ? needed.taken : needed.kept)
    // A flag that was given up early, or a judgement that comes too late, is not mended.
    if !isFlagged, !said.isOutcry, found.flag != nil { isClaim = false }
    if !isFlagged, found.settledAt > found.start + Self.latest { isClaim = false }
    let kind: OnsetClass
    if isClaim, isUnfinished {
      kind = .interruption
    } else if timing == .backchannel {
      kind = .other
    } else if said.onlyAcknowledges && !tookFloor || timing == .acknowledgement {
      kind = .acknowledgement
    } else if timing == .interruption {
      let isLong = found.evidence.length >= SampleTime(seconds: settings.backchannelLongest)
      kind = isLong && !tookFloor ? .acknowledgement : .other
    } else {
      kind = timing
    }
    if kind == .interruption {
      sheet.stand(
        found, resolution(found, said, odds: odds),
        confidence: Odds.probability(odds))
    } else if isFlagged, timing == .interruption {
      let agrees = kind == .acknowledgement || said.onlyAcknowledges
      sheet.takeBack(found, agrees ? .acknowledgement : .backchannel)
    } else if isFlagged, kind == .acknowledgement, said.onlyAcknowledges {
      sheet.takeBack(found, .acknowledgement)
    }
    sheet.note(found, kind, said)
  }

  private func resolution(
    _ found: CallOnsets.Found, _ said: SpokenWords, odds: Float
  ) -> InterruptionResolution {
    let evidence = found.evidence
    let mayAgree =
      evidence.outcome == .floorKept && evidence.length <= WordOdds.longestAgreement
      && !said.isOutcry
    let late = SampleTime(seconds: 0.25)
    let spoken = SampleTime(seconds: max(settings.simultaneousStart, settings.otherSpoken))
    return InterruptionResolution(
      id: found.flag?.id ?? 0, outcome: evidence.outcome, overlap: evidence.overlap,
      salience: Salience.of(
        outcome: evidence.outcome, rest: Double(found.rest.frames),
        overlap: evidence.overlap.frames, rise: evidence.rise, claiming: said.claiming),
      agreement: mayAgree ? Odds.probability(-odds) : nil,
      holdsUnderDelay: found.onset.lead - late >= spoken
        && found.rest - late > SampleTime(seconds: settings.terminalOverlap))
  }

  // MARK: Returns of the holder

  private func judge(
    resumption found: CallOnsets.Found, _ said: SpokenWords, in sheet: inout CorrectionSheet
  ) {
    guard let index = found.resumptionIndex,
      case .resumption(var resumption) = sheet.events[index].kind, resumption.isContested
    else { return sheet.note(found, .resumption, said) }
    let other = self.said(
      by: found.party.other, from: resumption.overStart - Self.slack, knownBy: found.settledAt)
    let state = piece(of: found.party, before: resumption.overStart)
    if other.onlyAcknowledges || state == .open {
      // The turn was its own: the other agreed, or came into an open sentence.
      resumption.isContested = false
      sheet.replace(index, by: [.resumption(resumption)])
      if other.onlyAcknowledges, let answer = found.answerIndex { sheet.replace(answer, by: []) }
      return sheet.note(found, .resumption, said)
    }
    guard state == .finished, other.claiming >= 2 else {
      return sheet.note(found, .resumption, said)
    }
    // It had finished, and the other had begun to answer.
    let isUnfinished = found.rest > SampleTime(seconds: settings.terminalOverlap)
    let claims = said.claiming > 0 || said.isOutcry
    let lasts = found.evidence.length >= SampleTime(seconds: 0.5)
    if said.onlyAcknowledges {
      sheet.replace(index, by: [])
      if let answer = found.answerIndex { sheet.replace(answer, by: []) }
      sheet.note(found, .acknowledgement, said)
    } else if isUnfinished, claims, lasts || found.evidence.outcome == .floorTaken {
      sheet.replace(index, by: [])
      if let answer = found.answerIndex { sheet.replace(answer, by: []) }
      sheet.stand(
        found, resolution(found, said, odds: WordOdds.holder),
        confidence: Odds.probability(WordOdds.holder))
      sheet.note(found, .interruption, said)
    } else {
      sheet.note(found, .resumption, said)
    }
  }

  /// How a party's own piece stood when the other began.
  private enum Piece {
    /// It ended in a question, or with a mark.
    case finished
    /// Its last word leaves the sentence open.
    case open
    /// Words do not tell.
    case unclear
  }

  private func piece(of party: Party, before time: SampleTime) -> Piece {
    let own = sentences[party]
    let place = own.firstIndex(startingAt: time) - 1
    guard place >= 0 else { return .unclear }
    let last = own[place]
    // A sentence that it goes on with afterwards was not finished.
    guard last.interval.end <= time + SampleTime(seconds: 0.2) else { return .open }
    if QuestionRules(isPunctuated: splitter.isPunctuated).isQuestion(last) { return .finished }
    if acts.isOpen(last, splitter) { return .open }
    return splitter.isPunctuated && last.mark != nil && last.forms.count >= 2 ? .finished : .unclear
  }
}
