import Conversation
import Testing

@testable import Words

/// What waits for words is told once, and in one piece.
@Suite struct HeldJudgementsTests {
  @Test func aFlagWhoseOverlapWaitsBehindAnotherHasOneEnd() {
    func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }
    let onset = PlantedOnset(
      kind: .acknowledgement, outcome: .floorTaken, logit: -0.7, retraction: .acknowledgement
    ).events
    let other = PlantedOnset(party: .customer, start: 10.2, settled: 12.65, flag: 2).events
    var words = PartyPair<[Word]>(repeating: [])
    words.agent = PlantedOnset.words("but what you told me was that it would come today", at: 10)
    let judgement = LastJudgement(words: words, table: .standard, settings: TurnSettings())
    var held = HeldJudgements()
    var told: [Event] = []
    func take(_ events: some Sequence<Event>) {
      for event in events { if let event = held.take(event) { told.append(event) } }
    }
    func release(at now: Double) {
      held.release(
        to: seconds(20), at: seconds(now), judgement: { _ in judgement }, isHeard: { _, _ in true }
      ) { told.append($0) }
    }
    func isOverlap(_ event: Event) -> Bool {
      if case .overlap = event.kind { true } else { false }
    }
    take(onset.filter { !isOverlap($0) })
    take(other.filter { !isOverlap($0) })
    take(onset.filter(isOverlap).map { Event(at: seconds(12.7), kind: $0.kind) })
    release(at: 14)
    take(other.filter(isOverlap).map { Event(at: seconds(16), kind: $0.kind) })
    release(at: 17)
    #expect(told.retractions.isEmpty)
    #expect(told.resolutions.map(\.id).sorted() == [1, 2])
    #expect(held.openSince == nil)
  }
}
