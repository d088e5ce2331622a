import Conversation
import Testing

@testable import TurnTaking

/// The two stages: an early flag, and later its resolution or retraction.
@Suite struct InterruptionStagesTests {
  private func flags(_ call: ScriptedCall) -> [Interruption] {
    call.events.compactMap { if case .interruption(let flag) = $0.kind { flag } else { nil } }
  }

  private func saliences(_ call: ScriptedCall) -> [Double] {
    call.events.compactMap {
      if case .interruptionResolved(let end) = $0.kind { end.salience } else { nil }
    }
  }

  @Test func aClearCaseIsFlaggedEarly() throws {
    let call = ScriptedCall(agent: "100#", customer: "30. 30# 40.")
    let at = try #require(call.at { if case .interruption = $0 { true } else { false } })
    #expect(at <= SampleTime(seconds: 3.8))
  }

  @Test func cautionMakesFlagsRarer() {
    var settings = TurnSettings()
    settings.interruptionCaution = 5
    let agent = "40# 60."
    let customer = "30. 40# 30."
    #expect(flags(ScriptedCall(agent: agent, customer: customer)).count == 1)
    #expect(flags(ScriptedCall(agent: agent, customer: customer, settings: settings)).isEmpty)
  }

  @Test func theOddsThatAFlagNeedsToStandAreThoseOfTheNoise() {
    let judge = InterruptionJudge(settings: TurnSettings())
    let (quiet, noisy) = (InterruptionWeights.stands, InterruptionWeights.standsInNoise)
    let between = (quiet.kept + noisy.kept) / 2
    #expect(judge.stands(between, tookFloor: false, isNoisy: quiet.kept > noisy.kept))
    #expect(!judge.stands(between, tookFloor: false, isNoisy: quiet.kept < noisy.kept))
  }

  @Test(arguments: [
    (0.3, 2.0, false, RetractionReason.terminal), (1.5, 0.2, false, .tooShort),
    (1.5, 0.8, false, .backchannel), (1.5, 1.4, false, .acknowledgement), (1.5, 0.8, true, .bleed),
  ]) func theReasonIsWhatTheEvidenceShows(
    rest: Double, spoken: Double, isFaint: Bool, reason: RetractionReason
  ) {
    let settings = TurnSettings()
    let background = OnsetBackground(
      onset: 300, shift: 0, own: PartyHistory(), other: PartyHistory(), settings: settings)
    var evidence = InterruptionEvidence(background: background)
    evidence[.otherRest] = Float(100 * rest)
    evidence[.ownLength] = Float(100 * spoken)
    evidence[.ownChain] = Float(100 * spoken)
    #expect(InterruptionJudge(settings: settings).reason(evidence, isFaint: isFaint) == reason)
  }

  @Test func whatTakesTheFloorAndOverlapsLongerStandsOutMore() throws {
    let short = try #require(saliences(ScriptedCall(agent: "37# 60.", customer: "30. 50#")).first)
    let long = try #require(saliences(ScriptedCall(agent: "50# 60.", customer: "30. 50#")).first)
    let kept = try #require(saliences(ScriptedCall(agent: "100#", customer: "30. 20# 40.")).first)
    #expect(short < long)
    #expect(kept < long)
  }
}
