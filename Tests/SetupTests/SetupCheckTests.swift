import Conversation
import Testing

@testable import Setup

/// What a check asks for, when it ends, and what it makes of what it heard.
@Suite struct SetupCheckTests {
  private static let headset = SetupDevice(
    name: "headset", description: "Jabra", programs: ["Firefox"])

  @Test func asksForTheAgentThenForTheCustomerAndEndsOnceBothWereHeard() {
    var script = SetupScript()
    #expect(script.check.question == .speak)
    script.hear(2, agent: SetupScript.hiss, customer: SetupScript.silence)
    #expect(script.check.question == .speak)
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    #expect(script.check.question == .play)
    script.hear(7.9, agent: SetupScript.speech, customer: SetupScript.speech)
    #expect(!script.check.isDone)
    script.hear(0.1, agent: SetupScript.speech, customer: SetupScript.speech)
    #expect(script.check.isDone)
    #expect(script.check.question == nil)
    #expect(script.findings.isEmpty)
    #expect(script.check.verdict.isRight)
    #expect(script.check.verdict.isApart == true)
  }

  @Test func whatWasHeardBeforeItWasAskedForCounts() {
    var script = SetupScript()
    script.hear(8, agent: SetupScript.speech, customer: SetupScript.speech)
    script.hear(0.1, agent: SetupScript.hiss, customer: SetupScript.hiss)
    #expect(script.check.isDone)
    #expect(script.check.verdict.isRight)
  }

  @Test func musicShowsThatTheOutputIsRight() {
    var script = SetupScript()
    var music = SetupScript.hiss
    music.level = -30
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    script.hear(8, agent: SetupScript.speech, customer: music)
    #expect(script.check.isDone)
    #expect(script.findings == [.noSpeech(.customer)])
    #expect(script.check.verdict.isRight)
  }

  @Test func theCallOnAnotherOutputIsFoundBeforeTheTimeIsOver() {
    var script = SetupScript()
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    script.hear(
      4, agent: SetupScript.speech, customer: SetupScript.silence, playing: [Self.headset])
    #expect(script.check.isDone)
    #expect(script.findings == [.otherOutputs([Self.headset], isCustomerHeard: false)])
    #expect(!script.check.verdict.isRight)
    #expect(script.check.verdict.betterOutput == Self.headset)
  }

  @Test func amongSeveralOutputsThatPlayNoneIsTheBetterOne() {
    var script = SetupScript()
    let others = [Self.headset, SetupDevice(name: "desk", programs: ["mpv"])]
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.hiss)
    script.hear(4, agent: SetupScript.speech, customer: SetupScript.hiss, playing: others)
    #expect(script.findings == [.otherOutputs(others, isCustomerHeard: false)])
    #expect(script.check.verdict.betterOutput == nil)
  }

  @Test func whatPlaysBesideACustomerWhoIsHeardIsOnlyNoted() {
    var script = SetupScript()
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    script.hear(
      8, agent: SetupScript.hiss, customer: SetupScript.speech, playing: [Self.headset])
    #expect(script.findings == [.otherOutputs([Self.headset], isCustomerHeard: true)])
    #expect(script.check.verdict.isRight)
  }

  @Test(arguments: [
    (SetupScript.silence, SetupFinding.noSignal(.agent)),
    (SetupScript.hiss, .nothingHeard(.agent)),
    (SetupSide(level: -40, hasSignal: true), .noSpeech(.agent)),
  ])
  func anAgentOfWhomNothingIsHeardIsWaitedForAndNamed(side: SetupSide, finding: SetupFinding) {
    var script = SetupScript()
    script.hear(14.9, agent: side, customer: SetupScript.silence)
    #expect(script.check.question == .speak)
    script.hear(0.1, agent: side, customer: SetupScript.silence)
    #expect(script.check.question == .play)
    script.hear(8, agent: side, customer: SetupScript.speech)
    #expect(script.check.isDone)
    #expect(script.findings == [finding])
    #expect(!script.check.verdict.isRight)
    #expect(script.check.verdict.isApart == nil)
  }

  @Test func aCustomerOfWhomNothingIsHeardAnywhereEndsWithTheTime() {
    var script = SetupScript()
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    script.hear(19.9, agent: SetupScript.hiss, customer: SetupScript.silence)
    #expect(!script.check.isDone)
    script.hear(0.1, agent: SetupScript.hiss, customer: SetupScript.silence)
    #expect(script.check.isDone)
    #expect(script.findings == [.noSignal(.customer)])
  }

  @Test func oneSourceForBothEndsItAtOnce() {
    var script = SetupScript()
    script.hear(3, agent: SetupScript.speech, customer: SetupScript.speech)
    script.hear(0.1, agent: SetupScript.speech, customer: SetupScript.speech, isSame: true)
    #expect(script.check.isDone)
    #expect(script.findings == [.sameSource])
    #expect(script.check.verdict.isApart == false)
    var server = SetupScript()
    server.check.takeSharedSource()
    server.hear(0.1, agent: SetupScript.silence, customer: SetupScript.silence)
    #expect(server.check.isDone)
    #expect(server.findings == [.sameSource])
  }

  @Test func exchangedSidesAreKnownByWhatWasAskedFor() {
    var script = SetupScript()
    script.hear(15, agent: SetupScript.hiss, customer: SetupScript.speech)
    #expect(script.check.question == .play)
    script.hear(0.1, agent: SetupScript.speech, customer: SetupScript.hiss)
    #expect(script.findings != [.swapped])
    var patient = SetupScript(limits: SetupCheck.Limits(lasting: SampleTime(seconds: 35)))
    patient.hear(4, agent: SetupScript.hiss, customer: SetupScript.speech)
    patient.hear(11, agent: SetupScript.hiss, customer: SetupScript.hiss)
    patient.hear(5, agent: SetupScript.speech, customer: SetupScript.hiss)
    patient.check.finish()
    #expect(patient.findings == [.swapped])
    #expect(!patient.check.verdict.isRight)
  }

  @Test func aDeviceThatWasAwayMostOfTheTimeIsNamed() {
    var script = SetupScript(asks: false)
    script.hear(3, agent: SetupScript.speech, customer: SetupScript.speech)
    script.hear(4, agent: SetupSide(isHeard: false), customer: SetupScript.speech)
    #expect(script.findings == [.away(.agent)])
  }

  @Test func poorSoundIsAFaultFromWhereFiguresBecomeDoubtful() {
    var side = SetupScript.speech
    (side.leak, side.speechLevel, side.isClipped) = (-20, -50, true)
    var noise = SetupScript.hiss
    noise.level = -62
    var script = SetupScript(asks: false)
    script.hear(2, agent: noise, customer: SetupScript.hiss)
    script.hear(6, agent: side, customer: SetupScript.speech)
    guard script.findings.count == 4, case .noisy(.agent, let distance) = script.findings[3] else {
      Issue.record("\(script.findings)")
      return
    }
    #expect((11...12).contains(distance))
    #expect(
      script.findings.prefix(3) == [
        .overdriven(.agent), .leak(into: .agent, level: -20), .quiet(.agent, level: -50),
      ])
    #expect(script.check.verdict.isRight)
    #expect(script.check.verdict.isApart == false)
    (side.leak, side.speechLevel, side.isClipped) = (-9, -58, false)
    script.hear(0.1, agent: side, customer: SetupScript.speech)
    #expect(script.findings.count == 3)
    let areFaults = script.findings.allSatisfy(\.isFault)
    #expect(areFaults)
  }

  @Test func theNoiseIsWhatTheQuietestTenthOfTheTimeHas() {
    var script = SetupScript(asks: false)
    script.hear(1.9, agent: SetupScript.hiss, customer: SetupScript.silence)
    #expect(script.check.verdict.heard.agent.noiseLevel == nil)
    script.hear(10, agent: SetupScript.speech, customer: SetupScript.silence)
    let heard = script.check.verdict.heard
    #expect(heard.agent.noiseLevel == -70)
    #expect(heard.agent.distance(ofSpeech: -24).map { $0.rounded() } == 46)
    #expect(heard.agent.distance(ofSpeech: -75) == -20)
    #expect(heard.customer.noiseLevel == -100)
  }

  @Test func faultsAreSaidFirst() {
    let verdict = SetupVerdict(
      sides: PartyPair(repeating: SetupSide()), heard: PartyPair(repeating: SetupHeard()),
      findings: [.overdriven(.agent), .sameSource])
    #expect(verdict.findings == [.sameSource, .overdriven(.agent)])
  }
}
