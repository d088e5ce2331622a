import Testing

@testable import AlsaCapture

@Suite struct DelayLockedLoopTests {
  /// Delivers blocks of 10 ms for some seconds, their times off by parts per million.
  private func run(
    _ loop: inout DelayLockedLoop, from position: Int = 0, at start: Double = 0, seconds: Int,
    partsPerMillion: Double
  ) -> (position: Int, time: Double) {
    var (position, time) = (position, start)
    for _ in 0..<100 * seconds {
      position += 160
      time += 0.01 * (1 + partsPerMillion * 1e-6)
      loop.update(position: position, end: 1_000_000_000 + Int64(time * 1e9))
    }
    return (position, time)
  }

  @Test(arguments: [400.0, -400.0]) func aRealClockIsFollowed(partsPerMillion: Double) {
    var loop = DelayLockedLoop(rate: 16_000)
    _ = run(&loop, seconds: 120, partsPerMillion: partsPerMillion)
    #expect(abs(loop.slowness - partsPerMillion) < 5)
  }

  /// Two sinks without hardware were seen to differ by 3,752 ppm for a time.
  @Test(arguments: [3752.0, -3752.0]) func whatIsNoClockIsNotFollowed(partsPerMillion: Double) {
    var loop = DelayLockedLoop(rate: 16_000)
    let reached = run(&loop, seconds: 20, partsPerMillion: partsPerMillion)
    #expect(abs(loop.slowness) <= 500.1)
    _ = run(
      &loop, from: reached.position, at: reached.time, seconds: 60, partsPerMillion: 0)
    #expect(abs(loop.slowness) < 20)
  }
}
