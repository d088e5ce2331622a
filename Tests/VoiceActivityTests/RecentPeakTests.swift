import Testing

@testable import VoiceActivity

/// A leak is compared with what the other party has said within the longest delay of one.
@Suite struct RecentPeakTests {
  @Test(arguments: 0..<10) func keepsAPeakForHalfASecondAndForgetsItAfterSixTenths(offset: Int) {
    var peak = RecentPeak()
    for _ in 0..<offset { peak.add(1) }
    peak.add(9)
    for _ in 0..<49 { peak.add(1) }
    #expect(peak.value == 9)
    for _ in 0..<11 { peak.add(1) }
    #expect(peak.value == 1)
  }
}
