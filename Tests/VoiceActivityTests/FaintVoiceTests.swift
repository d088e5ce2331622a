import Glibc
import Testing

@testable import VoiceActivity

/// A second voice in a channel is told from a party's own by its level.
@Suite struct FaintVoiceTests {
  /// Hands over seconds of speech, each at a level in dBFS, with syllables 20 dB apart.
  private func isHeard(_ levels: [Double], probability: Double = 0.95) -> Bool {
    var voice = FaintVoice()
    for level in levels {
      for frame in 0..<100 {
        let dip = frame % 25 < 8 ? -20.0 : 0
        voice.add(Float(pow(10, (level + dip) / 10)), probability: probability)
      }
    }
    return voice.isHeard
  }

  private let own = Array(repeating: -22.0, count: 20)

  @Test func aColleagueIsHeard() {
    #expect(isHeard(own + Array(repeating: -44, count: 10)))
  }

  @Test func aPartyThatSpeaksLowAtTimesIsAlone() {
    #expect(!isHeard(own + (0..<20).map { -24 - Double($0 % 5) * 3 }))
  }

  @Test func aFewFaintWordsAreNoVoice() {
    #expect(!isHeard(own + Array(repeating: -44, count: 4)))
  }

  @Test func faintNoiseIsNoVoice() {
    var voice = FaintVoice()
    for second in 0..<60 {
      for _ in 0..<100 {
        voice.add(second % 2 == 0 ? 0.006 : 0.00002, probability: second % 2 == 0 ? 0.9 : 0.05)
      }
    }
    #expect(!voice.isHeard)
  }

  @Test func silenceIsNone() {
    #expect(!isHeard(Array(repeating: -300, count: 30)))
  }
}
