import Testing

@testable import History

struct NameOrderTests {
  @Test func namesStandWherePeopleLookForThem() {
    let names = [
      "(none)", "7", "Ada", "Agent 2", "Agent 09", "agent 9", "Agent 10", "Ägide", "Émile", "Eva",
      "Øystein", "Zoë", "Анна",
    ]
    #expect(names.shuffled().sorted { NameOrder($0) < NameOrder($1) } == names)
  }

  @Test func longNumbersAreComparedByTheirValue() {
    #expect(NameOrder("a99999999999999999999") < NameOrder("a100000000000000000000"))
    #expect(NameOrder("a007") < NameOrder("a8"))
    #expect(!(NameOrder("same") < NameOrder("same")))
  }
}
