import Conversation
import Measures
import Testing
import TurnTaking

/// Good listening is never a fault: continuers, clarifying questions and quick answers.
///
/// Every call is heard with the roles as drawn and with the roles changed.
@Suite struct FaultlessTests {
  private func expectNoFault(
    listener: String, speaker: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let calls = [
      ScriptedCall(agent: listener, customer: speaker),
      ScriptedCall(agent: speaker, customer: listener),
    ]
    for call in calls {
      #expect(
        call.interruptions.filter { !$0.hasSuffix("backchannel") }.isEmpty,
        sourceLocation: sourceLocation)
      #expect(call.prematureAnswers.isEmpty, sourceLocation: sourceLocation)
      var guidance = GuidanceTracker(settings: GuidanceSettings())
      for event in call.events {
        #expect(guidance.add(event) == nil, sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: 2...9, [3, 6]) func continuersInPauses(tenths: Int, after: Int) {
    expectNoFault(
      listener: "\(40 + after). \(tenths)# 60.", speaker: "40# \(after + tenths + 4). 40#")
  }

  @Test(arguments: 3...6, [2, 4, 7]) func continuersInEveryPauseOfALongTurn(
    tenths: Int, pauses: Int
  ) {
    let listener = String(repeating: "44. \(tenths)# \(10 - tenths).", count: pauses)
    let speaker = String(repeating: "40# 14.", count: pauses)
    expectNoFault(listener: listener + "40.", speaker: speaker + "40#")
  }

  @Test(arguments: [5, 8, 12, 18]) func clarifyingQuestionsInPausesThatAreAnswered(tenths: Int) {
    expectNoFault(
      listener: "45. \(tenths)# 60.", speaker: "40# \(5 + tenths + 3). 40#")
  }

  @Test(arguments: [8, 14, 20], [2, 6, 12, 18]) func questionsAfterAPauseOfAnyLength(
    tenths: Int, after: Int
  ) {
    expectNoFault(
      listener: "\(40 + after). \(tenths)# 60.", speaker: "40# \(after + tenths + 5). 40#")
  }

  @Test(arguments: [1, 3]) func questionsWhoseEndTheAnswerOverlaps(tenths: Int) {
    expectNoFault(listener: "45. 9# 60.", speaker: "40# \(14 - tenths). 40#")
  }

  @Test(arguments: [0, 1, 2]) func quickAnswersWithoutOverlap(tenths: Int) {
    expectNoFault(listener: "\(40 + tenths). 40#", speaker: "40# 50.")
  }

  @Test(arguments: 2...6) func continuersInOverlap(tenths: Int) {
    expectNoFault(listener: "30. \(tenths)# 40.", speaker: "80#")
  }

  @Test(arguments: 2...8) func encouragementOfALongAnswer(tenths: Int) {
    expectNoFault(listener: "36. 164# 10.", speaker: "30# 70. \(tenths)# 110.")
  }
}
