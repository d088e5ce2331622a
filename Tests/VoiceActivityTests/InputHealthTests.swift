import CKernels
import Testing

@testable import VoiceActivity

@Suite struct InputHealthTests {
  private func health(frames: [(mean: Double, clipped: Int32)]) -> InputHealth {
    var health = InputHealth()
    for frame in frames {
      var facts = ij_sample_facts()
      facts.sum = 80 * frame.mean
      facts.clipped = frame.clipped
      facts.peak = 1
      health.add(facts, count: 80)
    }
    return health
  }

  @Test func theMeanOfClippedFramesIsNoOffset() {
    let clipped = health(frames: [(0.2, 10), (0.001, 0), (0.3, 1), (-0.001, 0)])
    #expect(clipped.isClipped)
    #expect(!clipped.isOffset)
    #expect(!health(frames: [(0.2, 10)]).isOffset)
  }

  @Test func anOffsetBesideClippedFramesIsFound() {
    let offset = health(frames: [(0.5, 10), (0.02, 0), (0.02, 0)])
    #expect(offset.isOffset)
    #expect(abs(offset.offset - 0.02) < 1e-9)
  }
}
