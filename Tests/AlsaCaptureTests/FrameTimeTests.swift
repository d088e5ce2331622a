import Testing

@testable import AlsaCapture

@Suite struct FrameTimeTests {
  /// A process that was stopped for days has a gap as long as that to tell.
  @Test(arguments: [8000, 44_100, 192_000]) func framesOfAYearAreATime(rate: Int) {
    let year = 365 * 86_400
    #expect(
      FrameTime.nanoseconds(of: year * rate + rate / 2, at: rate)
        == Int64(year) * 1_000_000_000 + 500_000_000)
  }
}
