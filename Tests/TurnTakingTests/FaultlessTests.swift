import Conversation
import Testing

/// Good listening is never a fault: continuers, clarifying questions and quick answers.
@Suite struct FaultlessTests {
  private func expectNoFault(
    _ call: ScriptedCall, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      call.interruptions.filter { !$0.hasSuffix("backchannel") }.isEmpty,
      sourceLocation: sourceLocation)
    #expect(call.prematureAnswers.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: 2...9, [3, 6]) func continuersInPauses(tenths: Int, after: Int) {
    expectNoFault(
      ScriptedCall(
        agent: "\(40 + after). \(tenths)# 60.", customer: "40# \(after + tenths + 4). 40#"))
  }

  @Test(arguments: [5, 8, 12, 18]) func clarifyingQuestionsInPausesThatAreAnswered(tenths: Int) {
    expectNoFault(
      ScriptedCall(agent: "45. \(tenths)# 60.", customer: "40# \(5 + tenths + 3). 40#"))
  }

  @Test(arguments: [1, 3]) func questionsWhoseEndTheAnswerOverlaps(tenths: Int) {
    expectNoFault(ScriptedCall(agent: "45. 9# 60.", customer: "40# \(14 - tenths). 40#"))
  }

  @Test(arguments: [0, 1, 2]) func quickAnswersWithoutOverlap(tenths: Int) {
    expectNoFault(ScriptedCall(agent: "\(40 + tenths). 40#", customer: "40# 50."))
  }

  @Test(arguments: 2...6) func continuersInOverlap(tenths: Int) {
    expectNoFault(ScriptedCall(agent: "30. \(tenths)# 40.", customer: "80#"))
  }
}
