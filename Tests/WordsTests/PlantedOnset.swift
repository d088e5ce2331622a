import Conversation

@testable import Words

/// An onset over the other's speech and the events that an engine tells of it.
struct PlantedOnset {
  var party = Party.agent
  var start = 10.0
  var kind = OnsetClass.interruption
  var outcome = InterruptionOutcome.floorKept
  var logit: Float = 0
  var length = 1.6
  var rest = 2.0
  var lead = 3.0
  /// When the floor settled.
  var settled = 12.6
  /// The flag, raised half a second after the onset; nil where none was.
  var flag: Int? = 1
  /// Why it was taken back; nil where it stands.
  var retraction: RetractionReason?
  /// When it ended; nil for the settlement.
  var flagEnd: Double?
  var isContested = true
  var isEarlyAnswer = false

  private func event(_ at: Double, _ kind: Event.Kind) -> Event {
    Event(at: SampleTime(seconds: at), kind: kind)
  }

  var events: [Event] {
    let began = SampleTime(seconds: start)
    var events = [event(start + 0.1, .overlapStarted(by: party, start: began))]
    if let flag {
      events.append(
        event(
          start + 0.5,
          .interruption(
            Interruption(id: flag, party: party, start: began, confidence: 0.5, salience: 0.4))))
      let end: Event.Kind =
        if let retraction {
          .retraction(id: flag, retraction)
        } else {
          .interruptionResolved(
            InterruptionResolution(
              id: flag, outcome: outcome, overlap: SampleTime(seconds: min(length, rest)),
              salience: 0.6, agreement: outcome == .floorTaken ? nil : 0.5))
        }
      events.append(event(flagEnd ?? settled, end))
    }
    if kind == .resumption {
      events.append(
        event(
          settled,
          .resumption(
            Resumption(
              party: party, start: began, overStart: SampleTime(seconds: start - lead),
              isContested: isContested))))
      if isEarlyAnswer {
        events.append(
          event(
            settled,
            .prematureAnswer(
              party.other, start: SampleTime(seconds: start - lead), confidence: 0.2)))
      }
    }
    if kind == .backchannel {
      events.append(
        event(
          settled,
          .backchannel(party, Interval(start: began, end: SampleTime(seconds: start + length)))))
    }
    let onset = Onset(
      kind: kind, ownSilence: SampleTime(seconds: 4), lead: SampleTime(seconds: lead),
      otherSpoken: SampleTime(seconds: 3), offset: SampleTime(seconds: -rest),
      evidence: OnsetEvidence(
        logit: logit, outcome: outcome, elapsed: SampleTime(seconds: settled - start),
        length: SampleTime(seconds: length), overlap: SampleTime(seconds: min(length, rest))))
    let overlap = Overlap(
      by: party,
      interval: Interval(
        start: began, end: SampleTime(seconds: start + min(length, rest))), kind: .within,
      onset: onset)
    events.append(event(settled, .overlap(overlap)))
    return events.sorted { $0.at < $1.at }
  }

  /// Words of a party from a time on, a quarter of a second each.
  static func words(_ text: String, at start: Double) -> [Word] {
    text.split(separator: " ").enumerated().map { index, word in
      let begin = start + 0.25 * Double(index)
      return Word(
        String(word),
        Interval(start: SampleTime(seconds: begin), end: SampleTime(seconds: begin + 0.25)))
    }
  }

  /// What becomes of the events when the newcomer and the other say something.
  func judged(
    _ said: String, other: [Word] = [], before: [Word] = []
  ) -> (events: [Event], counts: PartyPair<JudgedOnsets>) {
    var words = PartyPair<[Word]>(repeating: [])
    words[party] = before + Self.words(said, at: start)
    words[party.other] = other
    let judgement = LastJudgement(words: words, table: .standard, settings: TurnSettings())
    let events = events
    let found = judgement.changes(of: events)
    return (
      events.indices.flatMap { found.changes[$0] ?? [events[$0]] }, found.counts
    )
  }
}

extension [Event] {
  /// The class of the only onset.
  var onsetClass: OnsetClass? {
    lazy.compactMap { event in
      if case .overlap(let overlap) = event.kind { overlap.onset?.kind } else { nil }
    }.first
  }

  var resolutions: [InterruptionResolution] {
    compactMap { if case .interruptionResolved(let end) = $0.kind { end } else { nil } }
  }

  var retractions: [RetractionReason] {
    compactMap { if case .retraction(_, let reason) = $0.kind { reason } else { nil } }
  }

  var flags: [Interruption] {
    compactMap { if case .interruption(let flag) = $0.kind { flag } else { nil } }
  }

  var resumptions: [Resumption] {
    compactMap { if case .resumption(let resumption) = $0.kind { resumption } else { nil } }
  }

  var isOrdered: Bool { zip(self, dropFirst()).allSatisfy { $0.at <= $1.at } }
}
