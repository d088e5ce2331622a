import Testing

@testable import Live

@Suite struct StepTimesTests {
  @Test func noPartOfTheStepsIsLongerThanTheLongest() {
    var steps = StepTimes()
    for nanoseconds in [17_200, 17_900, 17_950] { steps.add(nanoseconds: nanoseconds, count: 1) }
    #expect(steps.longestMicroseconds == 18)
    #expect(steps.quantile(0.999) == 18)
    var round = StepTimes()
    round.add(nanoseconds: 17_000, count: 1)
    #expect(round.longestMicroseconds == 17)
    #expect(round.quantile(0.5) == 17)
    #expect(StepTimes().quantile(0.5) == nil)
  }

  @Test func stepsBeyondTheScaleCountAsTheEndOfIt() {
    var steps = StepTimes()
    steps.add(nanoseconds: 99 * 5_000_000, count: 99)
    steps.add(nanoseconds: 90_000_000, count: 1)
    #expect(steps.quantile(0.5) == 5001)
    #expect(steps.quantile(1) == 10_001)
    #expect(steps.longestMicroseconds == 90_000)
  }
}
