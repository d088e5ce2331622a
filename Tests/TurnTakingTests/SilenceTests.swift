import Conversation
import Testing

/// The word dead air: both silent for three seconds, and who ended it.
@Suite struct SilenceTests {
  @Test func theOneWhoSpeaksFirstEndsDeadAir() {
    let agent = ScriptedCall(agent: "20# 40. 20#", customer: "80.")
    #expect(agent.deadAir == ["2.0-6.0 agent"])
    let customer = ScriptedCall(agent: "20# 60.", customer: "55. 25#")
    #expect(customer.deadAir == ["2.0-5.5 customer"])
  }

  @Test func shorterSilenceIsNone() {
    #expect(ScriptedCall(agent: "20# 29. 20#", customer: "").deadAir.isEmpty)
    #expect(ScriptedCall(agent: "20# 30. 20#", customer: "").deadAir.count == 1)
  }

  @Test(arguments: [(299, 0), (300, 1)]) func threeSecondsAreDeadAirToTheFrame(
    frames: Int, count: Int
  ) {
    let speech = [FrameState](repeating: .speaking, count: 200)
    let agent = speech + [FrameState](repeating: .silent, count: frames) + speech
    #expect(ScriptedCall(PartyPair(agent: agent, customer: [])).deadAir.count == count)
  }

  @Test(arguments: [(29, 0), (30, 1)]) func theEndOfTheStreamEndsDeadAirByNobody(
    tenths: Int, count: Int
  ) {
    let call = ScriptedCall(agent: "20# \(tenths).", customer: "")
    #expect(call.deadAir.count == count)
    #expect(call.deadAir.allSatisfy { $0 == "2.0-5.0 nobody" })
  }

  @Test func deadAirIsAnnouncedWhenItBecomesOne() {
    let call = ScriptedCall(agent: "20# 60.", customer: "")
    let at = call.at { if case .deadAirStarted = $0 { true } else { false } }
    #expect(at.map { $0 >= SampleTime(seconds: 5) && $0 <= SampleTime(seconds: 5.1) } == true)
  }

  @Test func oneSpeakerLeavesNoDeadAir() {
    #expect(ScriptedCall(agent: "90#", customer: "90.").deadAir.isEmpty)
  }
}
