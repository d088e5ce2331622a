import Conversation
import Testing

@Suite struct PartyTests {
  @Test func eachPartyIsTheOthersOther() {
    for party in Party.allCases {
      #expect(party.other != party)
      #expect(party.other.other == party)
    }
    #expect(Party.allCases.map(\.name) == ["agent", "customer"])
  }

  @Test func aPairKeepsItsSidesApart() {
    var pair = PartyPair(repeating: 0)
    pair[.customer] = 2
    pair[.agent] += 1
    #expect(pair == PartyPair(agent: 1, customer: 2))
    #expect(pair[.agent] == 1 && pair[.customer] == 2)
  }

  @Test func anInterruptionCountIsTheSumOfItsOutcomes() {
    var counts = InterruptionCounts()
    counts.floorTaken = 1
    counts.floorKept = 2
    counts.unknown = 4
    counts.open = 8
    #expect(counts.total == 15)
  }
}
