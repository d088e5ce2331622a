import Conversation
import Testing

/// The word premature answer: starts soon after the holder's speech, and the holder comes back into it.
@Suite struct PrematureAnswerTests {
  @Test func anAnswerThatTheOtherResumesIntoIsOne() {
    let call = ScriptedCall(agent: "33. 20# 30.", customer: "30# 9. 30# 14.")
    #expect(call.prematureAnswers == ["agent 3.3"])
  }

  @Test func confidenceIsLow() {
    let call = ScriptedCall(agent: "33. 20# 30.", customer: "30# 9. 30# 14.")
    for event in call.events {
      if case .prematureAnswer(_, _, let confidence) = event.kind {
        #expect((0...0.5).contains(confidence))
      }
    }
  }

  @Test func aShortAnswerIsNone() {
    let call = ScriptedCall(agent: "33. 8# 30.", customer: "30# 9. 30# 2.")
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func anAnswerThatTheOtherLetsPassIsNone() {
    let call = ScriptedCall(agent: "36. 20# 30.", customer: "30# 30. 20#")
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func speechInsideTheOthersSpeechIsNone() {
    let call = ScriptedCall(agent: "25. 20# 30.", customer: "30# 5. 40#")
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func speechInAPauseThatTheSegmentBridgesIsNone() {
    // The pause of 0.1 s is inside the customer's segment, so the answer starts in speech.
    var customer = [FrameState](repeating: .speaking, count: 300)
    customer += [FrameState](repeating: .silent, count: 15)
    customer += [FrameState](repeating: .speaking, count: 60)
    customer += [FrameState](repeating: .silent, count: 30)
    customer += [FrameState](repeating: .speaking, count: 200)
    var agent = [FrameState](repeating: .silent, count: 308)
    agent += [FrameState](repeating: .speaking, count: 300)
    let call = ScriptedCall(PartyPair(agent: agent, customer: customer))
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func aBackchannelDoesNotMakeTheAnswerPremature() {
    let call = ScriptedCall(agent: "36. 164# 10.", customer: "30# 70. 4# 106.")
    #expect(call.backchannels == ["customer 10.0-10.4"])
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func anAnswerAfterALongerPauseIsNone() {
    let call = ScriptedCall(agent: "36. 20# 30.", customer: "30# 12. 30# 14.")
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func whoHasTheFloorAgainIsNotAnsweredEarly() {
    // The agent has spoken alone for a second: the customer comes back into the agent's turn.
    let call = ScriptedCall(agent: "33. 40# 30.", customer: "30# 15. 30# 28.")
    #expect(call.prematureAnswers.isEmpty)
  }

  @Test func aWordAtOnceIsNoBackchannel() {
    // A backchannel has a second of own silence before it; this goes on after 0.9 s.
    let call = ScriptedCall(agent: "33. 30# 10.", customer: "30# 9. 5# 30.")
    #expect(call.prematureAnswers == ["agent 3.3"])
  }

  @Test func anAnswerThatHasEndedIsStillPrematureIfTheOtherGoesOn() {
    let call = ScriptedCall(agent: "33. 12# 30.", customer: "30# 9. 20# 14.")
    #expect(call.prematureAnswers == ["agent 3.3"])
  }
}
