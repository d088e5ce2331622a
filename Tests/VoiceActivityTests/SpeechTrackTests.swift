import CKernels
import Conversation
import Testing

@testable import VoiceActivity

/// What is written out of a frame is smooth and keeps what was heard beside a leak.
@Suite struct SpeechTrackTests {
  private func probabilities(_ evidence: [SpeechEvidence]) -> [Double] {
    var track = SpeechTrack()
    var told: [Double] = []
    func take(_ frame: Int, _ speech: PartyPair<Double>) {
      #expect(frame == told.count)
      told.append(speech.agent)
    }
    for found in evidence {
      track.add(PartyPair(agent: found, customer: SpeechEvidence()), tell: take)
    }
    track.finish(tell: take)
    return told
  }

  @Test(arguments: [1, 3, 5, 6, 11, 40]) func everyFrameIsToldOnceAndInOrder(count: Int) {
    let told = probabilities(Array(repeating: SpeechEvidence(heard: 0.9), count: count))
    #expect(told.count == count)
    #expect(told.allSatisfy { abs($0 - 0.9) < 1e-12 })
  }

  @Test func aSingleFrameIsSpreadOverItsNeighbours() {
    var evidence = Array(repeating: SpeechEvidence(heard: 0.5), count: 41)
    evidence[20].heard = 1
    let told = probabilities(evidence)
    for (frame, probability) in told.enumerated() {
      // Sixteen is the most that log odds come to.
      let expected = abs(frame - 20) <= 5 ? ij_probability(16.0 / 11) : 0.5
      #expect(abs(probability - expected) < 1e-9, "frame \(frame)")
    }
  }

  @Test func whatALeakExplainsLosesSixOfItsLogOdds() {
    let told = probabilities(Array(repeating: SpeechEvidence(heard: 0.99, own: 0), count: 20))
    let expected = ij_probability(ij_log_odds(0.99) - 6)
    #expect(told.allSatisfy { abs($0 - expected) < 1e-9 })
    #expect(expected > 0.1 && expected < 0.5)
  }

  @Test func certaintyStaysFinite() {
    let told = probabilities([.init(heard: 0), .init(heard: 1), .init(heard: 0, own: 0)])
    #expect(told.allSatisfy { $0 > 0 && $0 < 1 })
  }
}
