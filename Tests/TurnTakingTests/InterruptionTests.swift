import Conversation
import Testing

/// The word interruption: speech that starts inside the other's speech and claims the floor.
@Suite struct InterruptionTests {
  @Test func theFloorIsTakenWhenTheNewcomerIsFirstAlone() {
    let call = ScriptedCall(agent: "50# 50.", customer: "30. 40# 30.")
    #expect(call.interruptions == ["customer 3.0 floor_taken 2.0"])
    #expect(call.overlaps == ["customer 3.0-5.0 between"])
    #expect(call.transitions == ["customer 3.0 after -2.0"])
  }

  @Test func theFloorIsKeptWhenTheOtherIsFirstAlone() {
    let call = ScriptedCall(agent: "100#", customer: "30. 15# 55.")
    #expect(call.interruptions == ["customer 3.0 floor_kept 1.5"])
    #expect(call.overlaps == ["customer 3.0-4.5 within"])
  }

  @Test func silenceOfBothDoesNotBreakTheSecondAlone() {
    let call = ScriptedCall(agent: "40# 60.", customer: "30. 15# 10. 6# 39.")
    // Alone from 4.0 to 4.5 and from 5.5 to 6.0.
    #expect(call.interruptions == ["customer 3.0 floor_taken 1.0"])
  }

  @Test func theFloorIsUnknownWhenNeitherIsAloneWithinFiveSeconds() {
    let call = ScriptedCall(agent: "100#", customer: "30. 60# 10.")
    #expect(call.interruptions == ["customer 3.0 unknown 5.0"])
  }

  @Test func theFloorIsUnknownWhenTheStreamEnds() {
    let call = ScriptedCall(agent: "45#", customer: "30. 15#")
    #expect(call.interruptions == ["customer 3.0 unknown 1.5"])
  }

  @Test(arguments: ["45# 20? 10#", "45# 1? 30#"]) func theFloorIsUnknownWhenAudioIsLost(
    agent: String
  ) {
    let call = ScriptedCall(agent: agent, customer: "30. 45#")
    #expect(call.interruptions.count == 1)
    #expect(call.interruptions.first?.hasPrefix("customer 3.0 unknown 1.4") == true)
  }

  @Test func theFlagComesWhileTheInterruptionLasts() throws {
    let call = ScriptedCall(agent: "100#", customer: "30. 30# 40.")
    let flagged = try #require(call.at { if case .interruption = $0 { true } else { false } })
    #expect(flagged > SampleTime(seconds: 3.2))
    #expect(flagged < SampleTime(seconds: 4.5))
  }

  @Test func confidenceAndSalienceStayInRange() {
    let call = ScriptedCall(agent: "100#", customer: "30. 60# 10.")
    for event in call.events {
      if case .interruption(let flag) = event.kind {
        #expect((0...1).contains(flag.confidence) && (0...1).contains(flag.salience))
      }
      if case .interruptionResolved(let end) = event.kind {
        #expect((0...1).contains(end.salience))
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func terminalOverlapIsNoInterruption(tenths: Int) {
    let call = ScriptedCall(agent: "30# 40.", customer: "\(30 - tenths). 30# 10.")
    #expect(call.interruptions.isEmpty)
    #expect(call.overlaps == ["customer \(Double(30 - tenths) / 10)-3.0 between"])
  }

  @Test func longerOverlapIsAnInterruption() {
    let call = ScriptedCall(agent: "40# 40.", customer: "30. 40# 10.")
    #expect(call.interruptions == ["customer 3.0 floor_taken 1.0"])
  }

  /// The second onset is the change of speaker, and it is a terminal overlap.
  @Test(arguments: ["41# 59.", "42# 58.", "44# 56."])
  func aWordBeforeAnOrdinaryChangeOfSpeakerIsNoInterruption(customer: String) {
    let call = ScriptedCall(agent: "30. 2# 8. 50# 10.", customer: customer)
    #expect(call.interruptions.isEmpty)
  }

  @Test(arguments: [
    // It comes back when the other has ended, later than a second, or does not get the floor.
    ("30. 2# 9. 50# 9.", "41# 59."), ("30. 2# 12. 50# 6.", "45# 55."), ("30. 2# 8. 4# 56.", "100#"),
    // The other was ending when the word came.
    ("38. 2# 5. 50# 5.", "41# 3. 2# 54."),
  ]) func aWordAndALaterTurnAreNoInterruption(agent: String, customer: String) {
    let call = ScriptedCall(agent: agent, customer: customer)
    #expect(call.interruptions.isEmpty)
  }

  @Test(arguments: [0, 1]) func simultaneousStartIsNobodysInterruption(tenths: Int) {
    let call = ScriptedCall(agent: "10. 30# 20.", customer: "\(10 + tenths). 40# 10.")
    #expect(call.interruptions.isEmpty)
    #expect(call.overlaps.count == 1)
  }

  @Test func speechGoneOnAfterABreathIsNoNewInterruption() {
    // The customer pauses for 0.2 s while the agent, too, has begun to speak.
    let call = ScriptedCall(agent: "25. 35#", customer: "30# 2. 28#")
    #expect(call.interruptions.filter { $0.hasPrefix("customer") }.isEmpty)
  }

  @Test func aBackchannelThatLookedLikeAnInterruptionIsRetracted() {
    var flagged: [String] = []
    for tenths in 5...9 {
      let call = ScriptedCall(agent: "80#", customer: "30. \(tenths)# 50.")
      if !call.backchannels.isEmpty { flagged += call.interruptions }
    }
    #expect(!flagged.isEmpty)
    #expect(flagged.allSatisfy { $0 == "customer 3.0 backchannel" })
  }

  @Test func bothPartiesCanInterruptEachOther() {
    let call = ScriptedCall(agent: "40# 30. 40# 20.", customer: "30. 60# 40.")
    #expect(
      call.interruptions == ["customer 3.0 floor_taken 1.0", "agent 7.0 floor_taken 2.0"])
  }
}
