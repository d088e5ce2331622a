import Conversation
import Testing

@testable import Calls

@Suite struct CallHoldsTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test func aHoldDoesNotEndBeforeItHasBegun() {
    var holds = CallHolds()
    let none = holds.end(at: seconds(5))
    #expect(none == nil)
    holds.begin(at: seconds(10), isAsked: true)
    #expect(holds.state == .asked(since: seconds(10)))
    let ended = holds.end(at: seconds(9))
    #expect(ended == interval(10, 10))
    #expect(holds.state == .talking)
  }

  @Test func whatTouchesAHoldIsKnownUnderWayAndAfterIt() {
    var holds = CallHolds()
    #expect(!holds.touch(interval(0, 100)))
    holds.begin(at: seconds(10), isAsked: false)
    #expect(holds.touch(interval(0, 10)) && !holds.touch(interval(0, 9)))
    _ = holds.end(at: seconds(20))
    #expect(holds.touch(interval(0, 10)) && !holds.touch(interval(0, 9)))
    #expect(holds.touch(interval(19, 30)) && !holds.touch(interval(20, 30)))
  }

  @Test func whatTheLastHoldCoversBeginsAfterIt() {
    var holds = CallHolds()
    #expect(holds.firstOutside(from: seconds(5)) == seconds(5))
    holds.begin(at: seconds(10), isAsked: false)
    _ = holds.end(at: seconds(20))
    #expect(holds.firstOutside(from: seconds(15)) == seconds(20))
    #expect(holds.firstOutside(from: seconds(25)) == seconds(25))
  }
}
