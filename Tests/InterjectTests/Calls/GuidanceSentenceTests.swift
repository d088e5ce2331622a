import Conversation
import Testing
import Wording

/// The times of a line of guidance are those of the clock that stands beside it.
@Suite struct GuidanceSentenceTests {
  private var line: GuidanceLine {
    let call = GuidanceMoment.NumberedCall(number: 2, start: SampleTime(seconds: 30))
    return GuidanceLine(
      rule: .interrupted, count: 1, moments: [GuidanceMoment(SampleTime(seconds: 48.3), in: call)])
  }

  @Test func aReportHasTheTimesOfItsRecording() {
    #expect(line.sentence().hasSuffix(" At 0:48.3."))
  }

  @Test func besideTheClockOfACallTheyAreThoseOfTheCall() {
    #expect(line.sentence(calls: 1).hasSuffix(" At 0:18.3 of the call."))
    #expect(line.sentence(calls: 2).replacing("\u{A0}", with: " ").hasSuffix("0:18.3 of call 2."))
  }
}
