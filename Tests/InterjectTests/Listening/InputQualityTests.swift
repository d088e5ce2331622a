import Conversation
import TestSignals
import Testing

@testable import Listening
@testable import VoiceActivity

/// What the measures and the samples say against the figures.
@Suite struct InputQualityTests {
  private func judge(
    lasted: ChannelDoubts = [], gain: Float = 1, _ change: (inout Metrics) -> Void
  ) -> (codes: [WarningCode], summary: Summary) {
    var activity = VoiceActivity(rate: .narrow, settings: ActivitySettings(), kernels: .best)
    var agent = NoiseSource(seed: 1)
    var customer = NoiseSource(seed: 2)
    let left = (0..<800).map { _ in gain * Float(0.1 * agent.next()) }
    let right = (0..<800).map { _ in gain * Float(0.1 * customer.next()) }
    activity.process(agent: left.span, customer: right.span) { _ in }
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 60)
    metrics.parties.agent.talk = SampleTime(seconds: 20)
    change(&metrics)
    var quality = InputQuality()
    let warnings = quality.finish(
      activity: &activity, metrics: metrics,
      lasted: PartyPair(agent: lasted, customer: []))
    return (warnings.map(\.code), quality.summary(of: metrics))
  }

  @Test func goodInputHasNoWarning() {
    let (codes, summary) = judge {
      $0.parties.agent.speechLevel = -25
      $0.parties.agent.signalToNoise = 30
    }
    #expect(codes.isEmpty)
    #expect(summary.reliable && summary.notes.isEmpty && summary.withheld.isEmpty)
  }

  @Test func quietSpeechIsReported() {
    let (codes, summary) = judge { $0.parties.customer.speechLevel = -46 }
    #expect(codes == [.lowLevel])
    #expect(summary.reliable)
    #expect(summary.notes.count == 1)
  }

  @Test func speechSoQuietThatSomeIsMissedMakesTheFiguresUnreliable() {
    let (codes, summary) = judge { $0.parties.customer.speechLevel = -56 }
    #expect(codes == [.lowLevel])
    #expect(!summary.reliable)
  }

  @Test(arguments: [
    (ChannelDoubts.noisy, true, "for a time noise was close to the agent's speech"),
    (ChannelDoubts.bleed, true, "for a time the customer's voice leaked into the agent's channel"),
    (ChannelDoubts.bleed.union(.heavyBleed), false, "a leak this strong hides the agent's speech"),
  ])
  func whatWasWarnedOfHasItsNoteThoughItPassed(
    lasted: ChannelDoubts, isReliable: Bool, note: String
  ) {
    let (codes, summary) = judge(lasted: lasted) { $0.parties.agent.signalToNoise = 20 }
    #expect(codes.isEmpty, "it has been warned of when it was so")
    #expect(summary.reliable == isReliable)
    #expect(summary.notes.contains { $0.hasPrefix(note) })
  }

  @Test func noiseCloseToTheSpeechMakesTheFiguresUnreliable() {
    let (codes, summary) = judge { $0.parties.customer.signalToNoise = 7 }
    #expect(codes == [.noisy])
    #expect(!summary.reliable)
  }

  @Test(arguments: [(11.9, true), (12.1, false)]) func muchUnknownTimeMakesThemUnreliable(
    seconds: Double, isReliable: Bool
  ) {
    let (codes, summary) = judge { $0.unknown = SampleTime(seconds: seconds) }
    #expect(codes.isEmpty)
    #expect(summary.reliable == isReliable)
  }

  @Test func aCallWithoutSpeechSaysSo() {
    let (_, summary) = judge { $0.parties.agent.talk = .zero }
    #expect(summary.notes == ["no speech was found"])
  }

  @Test(arguments: [(1e-1, 1e-4, -10.0, 29.996), (1e-1, 0, -10, 90), (1e-4, 1e-3, -40, -70)])
  func levelsAreDecibels(speech: Float, background: Float, level: Double, ratio: Double) {
    var sums = PowerSums()
    for _ in 0..<99 {
      sums.add(speech, probability: 0.9)
      sums.add(background, probability: 0.05)
      sums.add(100, probability: 0.5)
    }
    #expect(SpeechLevels(sums).level == nil)
    #expect(SpeechLevels(sums).signalToNoise == nil)
    sums.add(speech, probability: 0.8)
    sums.add(background, probability: 0.1)
    #expect(SpeechLevels(sums).level.map { abs($0 - level) < 0.01 } == true)
    #expect(SpeechLevels(sums).signalToNoise.map { abs($0 - ratio) < 0.01 } == true)
  }
}
