import Testing

@testable import Dashboard

@Suite struct RedrawPaceTests {
  /// The times of drawings, in ms, when asked every 5 ms for some seconds.
  private func drawings(seconds: Int, _ haste: (Int) -> RedrawPace.Haste) -> [Int] {
    let start = ContinuousClock.now
    var pace = RedrawPace()
    var times: [Int] = []
    for time in stride(from: 0, to: seconds * 1000, by: 5) {
      pace.hurry(haste(time))
      let now = start + .milliseconds(time)
      if pace.wait(at: now) <= .zero {
        pace.drawn(at: now)
        times.append(time)
      }
    }
    return times
  }

  @Test func nothingUrgentIsDrawnCalmly() {
    let times = drawings(seconds: 3) { _ in .none }
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 == 150 })
  }

  @Test func whatIsUrgentIsDrawnWithinATenthOfASecond() {
    let urgent = [1010, 1700, 2330, 2650]
    let times = drawings(seconds: 4) { urgent.contains($0) ? .atOnce : .none }
    for time in urgent {
      #expect(times.contains { $0 >= time && $0 - time <= 100 })
    }
  }

  @Test func keysHeldDownDelayNothingUrgent() {
    let urgent = [1010, 1700, 2330, 2850]
    let times = drawings(seconds: 4) { urgent.contains($0) ? .atOnce : .soon }
    for time in urgent {
      #expect(times.contains { $0 >= time && $0 - time <= 100 })
    }
    #expect(zip(times, times.dropFirst(10)).allSatisfy { $1 - $0 >= 1000 })
  }

  @Test func noSecondHasMoreThanTenDrawings() {
    let times = drawings(seconds: 5) { _ in .atOnce }
    for (index, time) in times.enumerated() where index >= 10 {
      #expect(time - times[index - 10] >= 1000)
    }
    #expect(times.count >= 48)
  }
}
