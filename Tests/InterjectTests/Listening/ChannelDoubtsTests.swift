import Conversation
import Testing

@testable import Listening
@testable import VoiceActivity

/// What makes figures doubtful is told while the call goes on, not only at its end.
@Suite struct ChannelDoubtsTests {
  private func report(at seconds: Double, leak: Double?) -> FrameReport {
    let silent = PartyActivity(
      edge: nil, isSpeaking: false, lastActive: .zero, known: SampleTime(seconds: seconds))
    return FrameReport(
      consumed: SampleTime(seconds: seconds), activities: PartyPair(repeating: silent),
      evidence: PartyPair(repeating: SpeechEvidence()), powers: PartyPair(repeating: PowerSums()),
      leaks: PartyPair(agent: leak, customer: nil), settledFrame: nil)
  }

  private func warnings(leaks: [Double?]) -> [String] {
    var stage = EventStage(configuration: Configuration())
    var told: [String] = []
    for (index, leak) in leaks.enumerated() {
      stage.take(report(at: 10 * Double(index + 1), leak: leak)) { event in
        guard case .warning(let code, let party) = event.kind else { return }
        told.append("\(code.rawValue) \(party?.name ?? "both") \(Int(event.at.seconds))")
      }
    }
    return told
  }

  @Test func aLeakThatLastsIsToldOnce() {
    #expect(warnings(leaks: [nil, -25, -24, -25, -20]) == ["bleed agent 30"])
  }

  @Test func aLeakThatComesAndGoesOrIsFaintIsNotTold() {
    #expect(warnings(leaks: [-25, nil, -25, nil]).isEmpty)
    #expect(warnings(leaks: [-36, -36, -36]).isEmpty)
  }

  @Test(arguments: [(-10.5, false), (-9.5, true)]) func aLeakThatHidesSpeechIsHeavy(
    level: Double, isHeavy: Bool
  ) {
    let doubts = ChannelDoubts(PartyMetrics(), leak: level)
    #expect(doubts.contains(.bleed))
    #expect(doubts.contains(.heavyBleed) == isHeavy)
  }

  @Test(arguments: [(7.9, 5.0, true), (8.1, 5, false), (7.9, 4.9, false)])
  func noiseIsToldOnceThereIsEnoughSpeech(ratio: Double, talk: Double, isTold: Bool) {
    var measures = PartyMetrics()
    measures.signalToNoise = ratio
    measures.talk = SampleTime(seconds: talk)
    #expect(ChannelDoubts(measures, leak: nil).warns(of: .noisy) == isTold)
  }
}
