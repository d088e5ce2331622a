import Testing

@testable import AlsaCapture

/// A gap that ended with a late look is made up for, whatever the looks after it.
@Suite struct GapCheckTests {
  private static let rate = 48_000

  /// The frames that are left out of blocks of 10 ms which come so many milliseconds late, the first
  /// of them right behind the gap; the blocks before it come so late.
  private func leftOut(_ lateness: [Int], before: [Int] = [0], gap: Bool = true) -> Int {
    var check = GapCheck()
    for (former, late) in zip(before, before.dropFirst()) {
      _ = check.excess(
        of: Self.rate / 100, beginning: (late - former) * Self.rate / 1000, rate: Self.rate)
    }
    if gap { check.begin(rate: Self.rate) }
    var excess = 0
    var former = lateness[0]
    for late in lateness.dropFirst() {
      excess += check.excess(
        of: Self.rate / 100, beginning: (late - former) * Self.rate / 1000, rate: Self.rate)
      former = late
    }
    return excess * 1000 / Self.rate
  }

  @Test func whatWasHeardInsideTheGapIsLeftOut() {
    // What is left of it is no more than what arrivals vary by.
    let trimmed = 280...300
    #expect(trimmed.contains(leftOut([300] + Array(repeating: 0, count: 100))))
    // The server gets rid of what waited bit by bit.
    #expect(
      trimmed.contains(
        leftOut([300, 290, 200, 250, 120, 0, 40, 0] + Array(repeating: 0, count: 100))))
  }

  @Test func jitterAndLatenessAfterTheGapAreNoExcess() {
    #expect(leftOut([0, 15, 0, 18, 0, 12, 0]) == 0)
    #expect(leftOut([0, 90, 10, 80, 0, 95, 0]) == 0)
    #expect(leftOut([15] + Array(repeating: 0, count: 100)) == 0)
  }

  @Test func aGapThatBeganLateIsNotTooLongByThat() {
    let onTime = Array(repeating: 0, count: 100)
    #expect(leftOut([90] + onTime, before: onTime + [90]) == 0)
    let excess = leftOut([300] + onTime, before: onTime + [90])
    #expect((190...215).contains(excess), "\(excess)")
    // A slow clock is no lateness.
    let drifting = (0..<3000).map { $0 / 30 }
    #expect(leftOut([100 + 300] + Array(repeating: 100, count: 100), before: drifting) >= 280)
  }

  @Test func onlyWhatComesSoonAfterAGapIsLookedAt() {
    #expect(leftOut([300] + Array(repeating: 0, count: 20), gap: false) == 0)
    #expect(leftOut(Array(repeating: 300, count: 202) + Array(repeating: 0, count: 60)) == 0)
  }
}
