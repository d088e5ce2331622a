import Batch
import Testing

/// Who of some speakers is the agent, and how that is known.
@Suite struct SpeakerRolesTests {
  private func roles(
    _ speakers: [String], agent: String? = nil, customer: String? = nil, agentID: String? = nil
  ) throws -> SpeakerRoles {
    try SpeakerRoles(speakers, agent: agent, customer: customer, agentID: agentID, at: "a.rttm")
  }

  @Test func namesTellWhoIsWho() throws {
    for roles in [
      try roles(["Customer", "AGENT"]), try roles(["b", "a"], agent: "a"),
      try roles(["a", "b"], customer: "a"), try roles(["b", "ada"], agentID: "Ada"),
    ] {
      #expect(roles.note == nil)
    }
    #expect(try roles(["Customer", "AGENT"]).agent == "AGENT")
    #expect(try roles(["b", "a"], agent: "a").customer == "b")
    #expect(try roles(["a", "b"], customer: "a").agent == "b")
    #expect(try roles(["b", "ada"], agentID: "Ada").agent == "ada")
  }

  @Test func whoSpeaksFirstIsTheAgentWhereNothingElseTells() throws {
    let found = try roles(["S1", "S0"])
    #expect(found.agent == "S1")
    #expect(found.customer == "S0")
    #expect(found.note?.contains("S1 speaks first") == true && found.isGuess)
    #expect(try roles(["S1"]).customer == nil)
  }

  @Test func aThirdSpeakerIsLeftOutOnlyWhenThePartiesAreNamed() throws {
    let found = try roles(["a", "b", "c"], agent: "a", customer: "c")
    #expect(found.note?.contains("left out") == true)
    let error = #expect(throws: BatchError.self) { try roles(["a", "b", "c"]) }
    #expect(error?.code == .parties)
    #expect(throws: BatchError.self) { try roles(["a", "b", "c"], agent: "a") }
    #expect(throws: BatchError.self) { try roles(["a", "b"], agent: "x") }
  }
}
