import Conversation
import Testing

@testable import Listening

/// What makes figures doubtful is told while the call goes on, not only at its end.
@Suite struct ChannelDoubtsTests {
  private func warnings(leaks: [Double?]) -> [String] {
    var doubts = LiveDoubts()
    var told: [String] = []
    for (index, leak) in leaks.enumerated() {
      doubts.look(
        at: Metrics(), leaks: PartyPair(agent: leak, customer: nil), isSameAudio: false
      ) { code, party in
        told.append("\(code.rawValue) \(party?.name ?? "both") \(10 * (index + 1))")
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

  @Test func aFaintVoiceIsADoubtOfItsOwn() {
    let doubts = ChannelDoubts(PartyMetrics(), leak: nil, hasFaintVoice: true)
    #expect(doubts.warns(of: .backgroundVoice) && !doubts.warns(of: .bleed))
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
