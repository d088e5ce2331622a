import Conversation
import Testing

@testable import Words

@Suite("The last judgement with words")
struct LastJudgementTests {
  private static let question = PlantedOnset.words("so when did you buy it?", at: 4)
  private static let answer = PlantedOnset.words("I think it was in the spring of last year", at: 7)
  /// An agent who comes back at 10 s over what the customer began at 7 s.
  private static let comeBack = PlantedOnset(
    kind: .resumption, outcome: .floorTaken, flag: nil, isEarlyAnswer: true)

  @Test("A flag over agreeing words is taken back, in its place, and counted apart")
  func agreement() {
    let planted = PlantedOnset(logit: 0)
    let found = planted.judged("yeah that's right exactly")
    #expect(found.events.retractions == [.acknowledgement])
    #expect(found.events.resolutions.isEmpty)
    #expect(found.events.onsetClass == .acknowledgement)
    #expect(found.counts.agent == JudgedOnsets.taken(back: 1, acknowledged: 1))
    #expect(found.events.isOrdered && found.events.count == planted.events.count)
    #expect(found.events.flags == planted.events.flags, "the early flag stays where it was")
  }

  @Test("A flag over claiming words stands, and stands out more than one over none")
  func claim() throws {
    let planted = PlantedOnset(outcome: .floorTaken, logit: 2)
    let found = planted.judged("no but I never said that to anybody")
    let end = try #require(found.events.resolutions.first)
    #expect(found.events.onsetClass == .interruption)
    #expect(end.id == 1 && end.outcome == .floorTaken && end.agreement == nil)
    let silent = try #require(planted.judged("yeah").events.resolutions.first)
    #expect(silent.salience < end.salience)
  }

  @Test("A flag that timing took back at the end stands where words claim")
  func restored() throws {
    let planted = PlantedOnset(
      kind: .acknowledgement, outcome: .floorTaken, logit: -0.7, retraction: .acknowledgement)
    let found = planted.judged("but what you told me was that it would come today")
    #expect(found.events.retractions.isEmpty)
    #expect(found.events.resolutions.map(\.id) == [1])
    #expect(found.events.onsetClass == .interruption)
    #expect(found.counts.agent.added == 1)
  }

  @Test("Words that are said after the judgement, or half a second before it, are not known")
  func late() throws {
    let planted = PlantedOnset(logit: 3, settled: 10.7)
    let found = planted.judged("yeah right okay")
    guard case .overlap(let overlap) = found.events.last?.kind else {
      Issue.record("no overlap")
      return
    }
    #expect(overlap.onset?.words == OnsetWords(said: 0, listed: 0))
  }

  @Test(
    "A repeated or emphatic short word is a claim and no backchannel",
    arguments: [
      "no no", "wait", "stop", "Stop!", "hold on", "but but",
    ])
  func outcry(said: String) {
    let planted = PlantedOnset(kind: .backchannel, logit: -4, length: 0.5, flag: nil)
    let found = planted.judged(said)
    #expect(found.events.onsetClass == .interruption)
    #expect(found.events.flags.map(\.start) == [SampleTime(seconds: 10)])
    #expect(found.events.resolutions.map(\.id) == found.events.flags.map(\.id))
    #expect(!found.events.contains { if case .backchannel = $0.kind { true } else { false } })
    #expect(found.events.isOrdered)
  }

  @Test("An encouraging word stays a backchannel", arguments: ["mm-hm", "yeah yeah", "go", ""])
  func backchannel(said: String) {
    let planted = PlantedOnset(kind: .backchannel, logit: -4, length: 0.5, flag: nil)
    let found = planted.judged(said)
    #expect(found.events.onsetClass == .backchannel)
    #expect(found.events.flags.isEmpty)
    #expect(found.events.contains { if case .backchannel = $0.kind { true } else { false } })
  }

  @Test("A flag that was given up for a backchannel ends once, where the word was a claim")
  func givenUp() {
    let planted = PlantedOnset(
      kind: .backchannel, logit: -1, length: 0.5, retraction: .backchannel, flagEnd: 11.4)
    let found = planted.judged("no no")
    #expect(found.events.retractions.isEmpty)
    #expect(found.events.resolutions.map(\.id) == [1])
    #expect(found.events.flags.count == 1)
  }

  @Test("A claim in the other's pause is no backchannel either")
  func pause() {
    let interval = Interval(start: SampleTime(seconds: 20), end: SampleTime(seconds: 20.5))
    let events = [Event(at: SampleTime(seconds: 22), kind: .backchannel(.customer, interval))]
    for (said, isKept) in [("wait", false), ("okay", true)] {
      let words = PartyPair(agent: [], customer: PlantedOnset.words(said, at: 20))
      let changes = LastJudgement(words: words, table: .standard, settings: TurnSettings())
        .changes(of: events).changes
      #expect((changes[0] ?? events).isEmpty != isKept)
    }
  }

  @Test("Who asked and comes back over the answer interrupts it")
  func finishedPiece() throws {
    let found = Self.comeBack.judged(
      "and where did you buy it then", other: Self.answer, before: Self.question)
    #expect(found.events.resumptions.isEmpty)
    #expect(found.events.onsetClass == .interruption)
    let flag = try #require(found.events.flags.first)
    #expect(found.events.resolutions.map(\.id) == [flag.id])
    #expect(flag.party == .agent && found.counts.agent.added == 1)
    // The answer was none too early.
    #expect(!found.events.contains { if case .prematureAnswer = $0.kind { true } else { false } })
  }

  @Test("Who asked and acknowledges the answer meanwhile does not interrupt it")
  func acknowledgedAnswer() {
    let found = Self.comeBack.judged("okay right", other: Self.answer, before: Self.question)
    #expect(found.events.onsetClass == .acknowledgement)
    #expect(found.events.flags.isEmpty && found.events.resumptions.isEmpty)
    #expect(found.counts.agent.acknowledgements == 1)
  }

  @Test("Who comes back to an open sentence goes on with its own turn, contested no more")
  func openPiece() {
    let found = Self.comeBack.judged(
      "the other one broke as well", other: Self.answer,
      before: PlantedOnset.words("so I took it back. I was there because", at: 4))
    #expect(found.events.resumptions.map(\.isContested) == [false])
    #expect(found.events.onsetClass == .resumption)
    #expect(found.events.flags.isEmpty)
  }

  @Test("Over what only acknowledges nobody's turn is contested")
  func acknowledgedPiece() {
    let found = Self.comeBack.judged(
      "and then it broke", other: PlantedOnset.words("yeah right", at: 7),
      before: Self.question)
    #expect(found.events.resumptions.map(\.isContested) == [false])
    #expect(!found.events.contains { if case .prematureAnswer = $0.kind { true } else { false } })
  }

  @Test("Where words do not tell whether the holder had finished, it stays contested")
  func unclearPiece() {
    let found = Self.comeBack.judged(
      "and then it broke", other: Self.answer,
      before: PlantedOnset.words("it came on monday with the post", at: 4))
    #expect(found.events.resumptions.map(\.isContested) == [true])
    #expect(found.events.onsetClass == .resumption)
  }

  @Test("A party without words is judged by timing alone")
  func noWords() {
    let planted = PlantedOnset(logit: -3, flag: 1)
    let judgement = LastJudgement(
      words: PartyPair(agent: [], customer: Self.answer), table: .standard,
      settings: TurnSettings())
    #expect(judgement.changes(of: planted.events).changes.isEmpty)
  }

  @Test("Onsets that began at once or were too faint keep their class")
  func untouched() {
    let found = PlantedOnset(kind: .simultaneousStart, flag: nil).judged("no no no")
    #expect(found.events.onsetClass == .simultaneousStart)
    #expect(
      PlantedOnset(kind: .terminal, rest: 0.3, flag: nil).judged("no no").events.onsetClass
        == .terminal)
  }
}

extension JudgedOnsets {
  fileprivate static func taken(back: Int, acknowledged: Int) -> JudgedOnsets {
    var counts = JudgedOnsets()
    counts.takenBack = back
    counts.acknowledgements = acknowledged
    return counts
  }
}
