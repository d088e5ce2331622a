import Glibc
import Testing

@testable import VoiceActivity

/// What belongs to a delay of this direction and what to the other direction's.
@Suite struct LeakPeaksTests {
  /// A voice beside its own past, which reaches some frames to both sides of a delay.
  private func products(_ paths: [Int: Float]) -> [Float] {
    (0..<LeakPeaks.lagCount).map { lag in
      paths.map { $1 * powf(0.86, Float(abs(lag - $0))) }.reduce(0, +)
    }
  }

  @Test(arguments: 1...13) func theFlankOfANearDelayIsNotTakenForTheOtherDirections(other: Int) {
    let products = products([2: 0.7])
    let alone = LeakPeaks(products, scale: 1, otherDelay: nil)
    let beside = LeakPeaks(products, scale: 1, otherDelay: other)
    #expect(beside.lags[0] == 2)
    #expect(beside.height == alone.height)
    #expect(beside.margin == alone.margin)
  }

  @Test func whatTheOtherDirectionExplainsDoesNotHideADelay() {
    let peaks = LeakPeaks(products([-2: 0.9, 20: 0.5]), scale: 1, otherDelay: 2)
    #expect(peaks.lags[0] == 20)
    #expect(peaks.margin > 0.2)
  }
}
