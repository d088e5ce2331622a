import Conversation
import Testing

/// The network delay of the customer's channel decides who was first.
@Suite struct CustomerDelayTests {
  private func settings(_ delay: Double) -> TurnSettings {
    var settings = TurnSettings()
    settings.customerDelay = delay
    return settings
  }

  @Test(arguments: [(0.0, 1), (0.3, 0)]) func aDelayExcusesTheCustomer(delay: Double, count: Int) {
    let call = ScriptedCall(
      agent: "10. 40# 10.", customer: "14. 16# 30.", settings: settings(delay))
    #expect(call.interruptions.count == count)
  }

  @Test func aDelayLeavesTheAgentsInterruptions() {
    let call = ScriptedCall(
      agent: "30. 30# 20.", customer: "50# 30.", settings: settings(0.3))
    #expect(call.interruptions == ["agent 3.0 floor_taken 2.0"])
  }

  @Test(arguments: [(0.0, 0), (0.3, 1)]) func aDelayMakesTheAgentTheLaterOne(
    delay: Double, count: Int
  ) {
    let call = ScriptedCall(
      agent: "11. 16# 30.", customer: "10. 40# 10.", settings: settings(delay))
    #expect(call.interruptions.filter { $0.hasPrefix("agent") }.count == count)
  }
}
