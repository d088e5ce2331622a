import Conversation
import TestSignals
import Testing

@testable import Setup

/// What becomes of audio in a check.
@Suite struct SetupHearingTests {
  private static let seconds = 18.0
  private static let agent = SpeechLikeSignal(
    rate: 16000, bursts: [0.5...5.6], pitch: 120, seed: 1
  ).samples(seconds: seconds)
  private static let customer = SpeechLikeSignal(
    rate: 16000, bursts: [6.2...17.8], pitch: 190, seed: 7
  ).samples(seconds: seconds)

  private func check(agent: [Float], customer: [Float], asks: Bool = true) -> SetupCheck {
    var check = SetupCheck(asks: asks)
    var hearing = SetupHearing(rate: .wide)
    for start in stride(from: 0, to: agent.count - 320, by: 320) {
      let look = hearing.take(
        agent: agent.span.extracting(start..<start + 320),
        customer: customer.span.extracting(start..<start + 320))
      if let look { check.take(look) }
    }
    check.finish()
    return check
  }

  @Test func twoVoicesInTurnMakeARightSetUp() {
    let verdict = check(agent: Self.agent, customer: Self.customer).verdict
    #expect(verdict.findings.isEmpty)
    #expect(verdict.isApart == true)
    for party in Party.allCases {
      let level = verdict.sides[party].speechLevel
      #expect(level.map { (-40 ... -5).contains($0) } == true)
      #expect(verdict.heard[party].noiseLevel.map { (-80 ... -40).contains($0) } == true)
    }
  }

  @Test func oneVoiceOnBothSidesIsOneSource() {
    let verdict = check(agent: Self.agent, customer: Self.agent).verdict
    #expect(verdict.findings == [.sameSource])
  }

  @Test func theCustomersVoiceInTheMicrophoneIsALeakOfItsLevel() {
    let heard = zip(Self.agent, Self.customer.indices).map { own, index in
      own + 0.1 * Self.customer[max(0, index - 480)]
    }
    let verdict = check(agent: heard, customer: Self.customer, asks: false).verdict
    let leak = verdict.findings.compactMap { finding -> Double? in
      if case .leak(into: .agent, let level) = finding { level } else { nil }
    }.first
    #expect(leak.map { (-26 ... -16).contains($0) } == true, "\(verdict.findings)")
    #expect(verdict.isRight)
  }

  @Test func whatIsNotHeardIsNoSilence() {
    var hearing = SetupHearing(rate: .wide)
    let zeros = [Float](repeating: 0, count: 1600)
    let look = hearing.take(
      agent: zeros.span, customer: zeros.span,
      unknown: PartyPair(agent: .lost, customer: nil))
    #expect(look?.sides.agent.isHeard == false)
    #expect(look?.sides.customer.isHeard == true)
    #expect(look?.sides.customer.hasSignal == false)
    #expect(look?.length == SampleTime(seconds: 0.1))
  }
}
