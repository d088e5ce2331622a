import Conversation
import Measures
import Testing

/// The customer's first turn of substance, up to the agent's first floor-changing start.
@Suite struct OpeningStatementTests {
  private func statement(_ agent: String, _ customer: String) -> OpeningStatement? {
    ScriptedCall(agent: agent, customer: customer).metrics.openingStatement
  }

  private func span(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test func itIsCompletedWhenTheCustomerHadStopped() {
    let found = statement("20# 60. 20# 10.", "24. 50# 36.")
    // The silence before the agent's answer is not its.
    #expect(found?.interval == span(2.4, 7.4))
    #expect(found?.completed == true)
    #expect(found?.firstInterrupted == nil)
  }

  @Test(arguments: 0...3) func anAnswerAtTheVeryEndLetsItComeToItsEnd(overlap: Int) {
    let found = statement("20# \(54 - overlap). 40#", "24. 50# 36.")
    #expect(found?.completed == true)
    #expect(found?.firstInterrupted == nil)
  }

  @Test func itIsNotCompletedWhenTheAgentTookTheFloor() {
    let found = statement("20# 40. 40# 10.", "24. 50# 36.")
    #expect(found?.interval == span(2.4, 6))
    #expect(found?.completed == false)
    #expect(found?.firstInterrupted == SampleTime(seconds: 3.6))
  }

  @Test func anInterruptionThatFailsIsTheFirstButDoesNotEndIt() {
    let found = statement("20# 20. 30# 42. 20#", "24. 80# 28.")
    #expect(found?.interval == span(2.4, 10.4))
    #expect(found?.completed == true)
    #expect(found?.firstInterrupted == SampleTime(seconds: 1.6))
  }

  @Test func whatMayHaveBeenAgreementIsNoInterruptionOfIt() {
    let found = statement("20# 20. 12# 60. 20#", "24. 80# 28.")
    #expect(found?.completed == true)
    #expect(found?.firstInterrupted == nil)
  }

  @Test func backchannelsAreNoInterruptionsOfIt() {
    let found = statement("20# 20. 5# 67. 20#", "24. 80# 28.")
    #expect(found?.interval == span(2.4, 10.4))
    #expect(found?.firstInterrupted == nil)
  }

  @Test func shorterTurnsAreNoStatement() {
    let found = statement("20# 30. 20# 50. 20#", "24. 20# 30. 40# 26.")
    #expect(found?.interval == span(7.4, 11.4))
  }

  @Test func aSilenceDoesNotMakeALaterTurnTheStatement() {
    let found = statement("20# 114. 20#", "24. 50# 40. 15# 30.")
    #expect(found?.interval == span(2.4, 12.9))
    #expect(found?.completed == true)
  }

  @Test func afterTheFirstMinuteItIsLate() {
    let late = statement("610# 60. 20#", "614. 50# 26.")
    #expect(late?.interval == span(61.4, 66.4))
    #expect(late?.isLate == true)
    #expect(late?.completed == true)
    #expect(statement("550# 120. 20#", "554. 100# 36.")?.isLate == false)
  }

  @Test func speechOfManyShortTurnsBeforeItDoesNotCount() {
    let greetings = String(repeating: "15# 20.", count: 40)
    let answers = String(repeating: "18. 14# 3.", count: 40)
    let found = statement(greetings + "60. 30#", answers + "2. 50# 40.")
    #expect(found?.interval.start == SampleTime(seconds: 138.3))
    #expect(found?.isLate == true)
  }

  @Test func aFlagThatIsMarkedAsWrongDoesNotCutIt() {
    var call = ScriptedCall(agent: "20# 40. 40# 10.", customer: "24. 50# 36.")
    call.contest()
    #expect(call.metrics.openingStatement?.completed == true)
    #expect(call.metrics.openingStatement?.firstInterrupted == nil)
    #expect(call.metrics.openingStatement?.markedWrong == 1)
    // Nor does its length end where the flag was.
    #expect(call.metrics.openingStatement?.interval == span(2.4, 7.4))
    #expect(call.metrics.parties.agent.interruptions.total == 0)
    #expect(call.metrics.parties.agent.interruptions.markedWrong == 1)
    #expect(call.metrics.parties.customer.yielding == Yielding())
  }

  @Test func theEndOfTheStreamCompletesIt() {
    let found = statement("20# 60.", "24. 50# 6.")
    #expect(found?.interval == span(2.4, 7.4))
    #expect(found?.completed == true)
  }

  @Test func whatWasNotHeardLeavesItOpen() {
    #expect(statement("20# 70. 20# 20.", "24. 50# 10? 46.") == nil)
    let resumed = statement("20# 84. 20# 10.", "24. 35# 1? 40# 34.")
    #expect(resumed?.interval == span(2.4, 10))
  }
}
