import Conversation
import Testing

/// The word turn: a party's segments in succession until the other takes the floor.
@Suite struct TurnTests {
  @Test func anAnswerAfterAGapMakesATransition() {
    let call = ScriptedCall(agent: "20# 40.", customer: "23. 20# 17.")
    #expect(call.turns == ["agent 0.0-2.0", "customer 2.3-4.3"])
    #expect(call.transitions == ["customer 2.3 after 0.3"])
  }

  @Test func pausesBelowTheDeadAirStayInTheTurn() {
    let call = ScriptedCall(agent: "20# 10. 15# 29. 10# 10.", customer: "94.")
    #expect(call.speech == ["agent 0.0-2.0", "agent 3.0-4.5", "agent 7.4-8.4"])
    #expect(call.turns == ["agent 0.0-8.4"])
  }

  @Test func mutualSilenceOfThreeSecondsEndsATurn() {
    let call = ScriptedCall(agent: "20# 30. 15# 20.", customer: "85.")
    #expect(call.turns == ["agent 0.0-2.0", "agent 5.0-6.5"])
    #expect(call.transitions.isEmpty)
  }

  @Test func aTransitionOverDeadAirIsAGap() {
    let call = ScriptedCall(agent: "20# 70.", customer: "60. 15# 15.")
    #expect(call.turns == ["agent 0.0-2.0", "customer 6.0-7.5"])
    #expect(call.transitions == ["customer 6.0 after 4.0"])
  }

  @Test func aBackchannelDoesNotEndATurn() {
    let call = ScriptedCall(agent: "60# 20.", customer: "30. 4# 46.")
    #expect(call.turns == ["agent 0.0-6.0"])
    #expect(call.transitions.isEmpty)
  }

  @Test func aBackchannelBeforeTheAnswerIsNotItsBeginning() {
    let call = ScriptedCall(agent: "60# 40.", customer: "50. 4# 11. 25# 10.")
    #expect(call.backchannels == ["customer 5.0-5.4"])
    #expect(call.turns == ["agent 0.0-6.0", "customer 6.5-9.0"])
    #expect(call.transitions == ["customer 6.5 after 0.5"])
  }

  @Test func anInterruptionThatFailsDoesNotEndATurn() {
    let call = ScriptedCall(agent: "90# 10.", customer: "30. 15# 55.")
    #expect(call.turns == ["agent 0.0-9.0"])
  }

  @Test func terminalOverlapIsATransitionWithANegativeOffset() {
    let call = ScriptedCall(agent: "30# 40.", customer: "27. 30# 13.")
    #expect(call.turns == ["agent 0.0-3.0", "customer 2.7-5.7"])
    #expect(call.transitions == ["customer 2.7 after -0.3"])
    #expect(call.overlaps == ["customer 2.7-3.0 between"])
    #expect(call.interruptions.isEmpty)
  }

  @Test func aNewcomerWhoOutlastsALongOverlapHasTheFloor() {
    let call = ScriptedCall(agent: "90# 110.", customer: "20. 170# 10.")
    #expect(call.turns == ["agent 0.0-9.0", "customer 2.0-19.0"])
  }

  @Test func theEndOfTheStreamEndsATurn() {
    let call = ScriptedCall(agent: "20#", customer: "20.")
    #expect(call.turns == ["agent 0.0-2.0"])
  }

  @Test(arguments: [(59, 0), (60, 1), (75, 1)]) func aTurnOfAMinuteIsAMonologue(
    seconds: Int, count: Int
  ) {
    let call = ScriptedCall(agent: "\(seconds * 10)# 10.", customer: "")
    #expect(call.monologues.count == count)
    let started = call.at { if case .monologueStarted = $0 { true } else { false } }
    #expect((started != nil) == (count == 1))
    if let started { #expect(started >= SampleTime(seconds: 60)) }
  }

  @Test func aMonologueContinuesThroughBackchannels() {
    let call = ScriptedCall(agent: "650# 10.", customer: "300. 5# 355.")
    #expect(call.monologues == ["agent 0.0-65.0"])
    #expect(call.backchannels == ["customer 30.0-30.5"])
  }
}
