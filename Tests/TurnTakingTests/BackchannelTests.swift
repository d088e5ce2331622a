import Conversation
import Testing

/// The word backchannel: short speech in the other's turn that does not claim the floor.
@Suite struct BackchannelTests {
  @Test(arguments: [2, 4, 5]) func shortSpeechInTheOthersSpeechIsOne(tenths: Int) {
    let call = ScriptedCall(agent: "70#", customer: "30. \(tenths)# 30.")
    #expect(call.backchannels == ["customer 3.0-\(Double(30 + tenths) / 10)"])
    #expect(call.interruptions.filter { !$0.hasSuffix("backchannel") }.isEmpty)
    #expect(call.turns == ["agent 0.0-7.0"])
  }

  @Test(arguments: [2, 4, 5]) func shortSpeechInAPauseOfTheOthersTurnIsOne(tenths: Int) {
    let call = ScriptedCall(agent: "30# 15. 30#", customer: "33. \(tenths)# 40.")
    #expect(call.backchannels == ["customer 3.3-\(Double(33 + tenths) / 10)"])
    #expect(call.turns == ["agent 0.0-7.5"])
    #expect(call.transitions.isEmpty)
  }

  @Test func anAgentsBackchannelIsCreditToo() {
    let call = ScriptedCall(agent: "30. 4# 36.", customer: "70#")
    #expect(call.backchannels == ["agent 3.0-3.4"])
  }

  @Test func longerSpeechIsNone() {
    let call = ScriptedCall(agent: "90#", customer: "30. 28# 32.")
    #expect(call.backchannels.isEmpty)
    #expect(call.interruptions == ["customer 3.0 floor_kept 2.8"])
  }

  @Test(arguments: ["20. 5# 5. 5# 45.", "20. 12# 8. 5# 35."])
  func ownSpeechCloseByMakesItNone(customer: String) {
    let call = ScriptedCall(agent: "80#", customer: customer)
    #expect(call.backchannels.isEmpty)
  }

  @Test func shortSpeechThatTheOtherDoesNotGoOnAfterIsNone() {
    let call = ScriptedCall(agent: "30# 60.", customer: "33. 5# 52.")
    #expect(call.backchannels.isEmpty)
  }

  @Test func shortSpeechInTheOwnTurnIsNone() {
    let call = ScriptedCall(agent: "20. 20# 60.", customer: "70. 30#")
    #expect(call.backchannels.isEmpty)
    let alone = ScriptedCall(agent: "5# 20. 5# 20.", customer: "")
    #expect(alone.backchannels.isEmpty)
  }

  @Test func timeNotHeardIsNoSilenceAroundABackchannel() {
    let after = ScriptedCall(agent: "90#", customer: "30. 5# 3. 12? 40.")
    #expect(after.backchannels.isEmpty)
    let moment = ScriptedCall(agent: "90#", customer: "30. 5# 3. 1? 51.")
    #expect(moment.backchannels.isEmpty)
    let before = ScriptedCall(agent: "90#", customer: "10. 5# 2. 15? 2. 5# 51.")
    #expect(before.backchannels.isEmpty)
  }
}
