import Foundation
import Testing

@testable import VoiceActivity

/// Syllables are voiced peaks with a dip on both sides.
@Suite struct SyllableFinderTests {
  /// Counts in an envelope that rises and falls `rate` times a second by `decibels` from its middle.
  private func count(
    rate: Double, decibels: Double, seconds: Int = 10, correlation: Float = 0.9
  ) -> Int {
    var finder = SyllableFinder()
    var count = 0
    for frame in 0..<seconds * 100 {
      let level = decibels * sin(2 * .pi * rate * Double(frame) / 100)
      let bands = [Float](repeating: Float(pow(10, level / 10 - 3)), count: 32)
      if finder.add(bands: bands, correlation: correlation) { count += 1 }
    }
    return count
  }

  @Test(arguments: [2.0, 3.5, 5, 7]) func everyPeakCounts(rate: Double) {
    #expect(abs(count(rate: rate, decibels: 6) - Int(rate * 10)) <= 1)
  }

  @Test func ripplesAreNone() {
    #expect(count(rate: 4, decibels: 0.8) <= 1)
  }

  @Test func peaksWithoutVoiceAreNone() {
    #expect(count(rate: 4, decibels: 6, correlation: 0.2) == 0)
  }

  @Test func peaksFarBelowTheUsualVoiceAreNone() {
    var finder = SyllableFinder()
    var late = 0
    for frame in 0..<2000 {
      let quiet = frame < 1000 ? 1 : 0.005
      let level = quiet * pow(10, 0.6 * sin(2 * .pi * 4 * Double(frame) / 100) - 3)
      let bands = [Float](repeating: Float(level), count: 32)
      let isFound = finder.add(bands: bands, correlation: frame < 1000 ? 0.9 : 0.5)
      if isFound, frame > 1020 { late += 1 }
    }
    #expect(late == 0)
  }
}
