import Realtime
import Synchronization
import Testing

@Suite struct ConditionTests {
  private final class Adder: ThreadWork, @unchecked Sendable {
    let condition = Condition()
    var sum = 0
    var hasEnded = false

    func run() {
      for _ in 0..<1000 { condition.withLock { sum += 1 } }
      condition.withLock {
        hasEnded = true
        condition.broadcast()
      }
    }
  }

  @Test func aThreadThatWaitsHearsOfAChange() throws {
    let work = Adder()
    let thread = try OwnThread(work, name: "adder")
    for _ in 0..<1000 { work.condition.withLock { work.sum += 1 } }
    work.condition.lock()
    while !work.hasEnded { work.condition.wait() }
    let sum = work.sum
    work.condition.unlock()
    #expect(sum == 2000)
    thread.join(milliseconds: 10_000)
  }

  @Test func aWaitWithALimitEndsWithoutNews() {
    let condition = Condition()
    let start = ContinuousClock.now
    condition.withLock { condition.wait(milliseconds: 2) }
    // No longer limit is checked: the machine may be busy.
    #expect(ContinuousClock.now > start)
  }
}
