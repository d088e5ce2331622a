import Conversation
import Testing

/// The word overlap, within and between speakers (Heldner & Edlund 2010).
@Suite struct OverlapTests {
  @Test func theOneWhoGoesOnAloneDecidesTheKind() {
    let within = ScriptedCall(agent: "60#", customer: "30. 10# 20.")
    #expect(within.overlaps == ["customer 3.0-4.0 within"])
    let between = ScriptedCall(agent: "40# 20.", customer: "30. 20# 10.")
    #expect(between.overlaps == ["customer 3.0-4.0 between"])
  }

  @Test func afterCommonSilenceTheNextToSpeakDecides() {
    let within = ScriptedCall(agent: "40# 5. 20#", customer: "30. 10# 25.")
    #expect(within.overlaps == ["customer 3.0-4.0 within"])
    let between = ScriptedCall(agent: "40# 25.", customer: "30. 10# 5. 20#")
    #expect(between.overlaps == ["customer 3.0-4.0 between"])
  }

  @Test func anOverlapIsAnnouncedEarly() {
    let call = ScriptedCall(agent: "60#", customer: "30. 20# 10.")
    let at = call.at { if case .overlapStarted = $0 { true } else { false } }
    #expect(at.map { $0 <= SampleTime(seconds: 3.15) } == true)
  }

  @Test func theEndOfTheStreamEndsAnOverlap() {
    let call = ScriptedCall(agent: "40#", customer: "30. 10#")
    #expect(call.overlaps == ["customer 3.0-4.0 within"])
  }

  @Test func everyOverlapThatStartsEnds() {
    let call = ScriptedCall(agent: "40# 5. 20# 20.", customer: "30. 10# 5. 30#")
    let started = call.events.count { if case .overlapStarted = $0.kind { true } else { false } }
    #expect(call.overlaps.count == 2)
    #expect(started == 2)
  }
}
