import Conversation
import Testing

/// Unknown time is never counted as silence, and no event spans it.
@Suite struct UnknownTimeTests {
  @Test(arguments: [
    ("20# 40? 20#", "80."), ("20# 60.", "20. 40? 20."), ("20# 40? 20.", "20. 40? 20."),
  ])
  func unknownTimeIsNoDeadAir(agent: String, customer: String) {
    #expect(ScriptedCall(agent: agent, customer: customer).deadAir.isEmpty)
  }

  @Test func unknownTimeEndsDeadAirByNobody() {
    let call = ScriptedCall(agent: "20# 35. 10? 20#", customer: "")
    #expect(call.deadAir == ["2.0-5.5 nobody"])
  }

  @Test func silenceBeforeAndAfterUnknownTimeIsNotJoined() {
    let call = ScriptedCall(agent: "20# 20. 5? 20. 20#", customer: "")
    #expect(call.deadAir.isEmpty)
  }

  @Test func noTurnSpansIt() {
    let call = ScriptedCall(agent: "30# 5? 30# 10.", customer: "75.")
    #expect(call.turns == ["agent 0.0-2.97", "agent 3.5-6.5"])
  }

  @Test func noTurnSpansTheOthersUnknownTime() {
    let call = ScriptedCall(agent: "70# 5.", customer: "30. 5? 40.")
    #expect(call.speech == ["agent 0.0-7.0"])
    #expect(call.turns == ["agent 0.0-3.0", "agent 3.5-7.0"])
  }

  @Test func noTransitionSpansIt() {
    let call = ScriptedCall(agent: "30# 50.", customer: "30. 10? 30# 10.")
    #expect(call.turns.count == 2)
    #expect(call.transitions.isEmpty)
  }

  @Test func noOverlapSpansIt() {
    let call = ScriptedCall(agent: "80#", customer: "20. 20# 10? 20# 10.")
    #expect(call.overlaps == ["customer 2.0-3.97 within", "customer 5.0-7.0 within"])
  }

  @Test func anOverlapWhoseAftermathIsNotHeardIsWithinSpeakers() {
    let call = ScriptedCall(agent: "40# 5. 20? 20.", customer: "30. 10# 5. 30# 10.")
    #expect(call.overlaps == ["customer 3.0-4.0 within"])
  }

  @Test func speechAfterItHasNoSilenceBeforeIt() {
    let call = ScriptedCall(agent: "80#", customer: "10. 20? 30# 20.")
    #expect(call.interruptions.isEmpty)
  }
}
