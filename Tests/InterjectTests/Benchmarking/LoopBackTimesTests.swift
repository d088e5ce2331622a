import Conversation
import Testing

@testable import Benchmarking

@Suite("Loop-back times")
struct LoopBackTimesTests {
  @Test("The delay from sound to event is told whole and in its parts, wherever the stream began")
  func parts() {
    let call = SyntheticCall(seconds: 30)
    var direct = LatencyBenchmark()
    _ = direct.run(call)
    // The stream began 4 s before the call, whose first sample sounded at 7 s; 18 ms went by from
    // the last audio of an event to the event, 2 ms more with every third.
    let lead = 4 * SampleTime.ticksPerSecond
    let beginning = 7_000_000_000
    let nanoseconds = 1_000_000_000 / SampleTime.ticksPerSecond
    let heard = direct.heard.enumerated().map { number, event -> LoopBackTimes.Heard in
      let at = event.at.ticks * nanoseconds
      return (
        Self.later(event, by: SampleTime(ticks: lead)),
        beginning + at + 18_000_000 + (number % 3 == 0 ? 2_000_000 : 0)
      )
    }
    let times = LoopBackTimes(
      heard, call: call, beginning: beginning, seconds: 30, configuration: Configuration())
    let expected = DelayMatches(events: direct.heard, reference: call.reference)
    #expect(times.whole.starts.missed == 0)
    #expect(times.algorithmic.starts.delays.count == expected.starts.delays.count)
    #expect(times.algorithmic.starts.delays.maximum == expected.starts.delays.maximum)
    #expect(times.capture.minimum == 18_000_000)
    #expect(times.capture.maximum == 20_000_000)
    let added = times.whole.starts.delays.minimum - expected.starts.delays.minimum
    #expect((18_000_000...20_000_000).contains(added))
  }

  @Test(
    "A call broken off in mid-speech has missed nothing and told nothing false",
    arguments: [3.0, 7.0, 8.25, 13.5, 17.0, 21.0, 25.0])
  func brokenOff(seconds: Double) {
    let call = SyntheticCall(seconds: 30)
    var direct = LatencyBenchmark()
    _ = direct.run(call)
    let events = direct.heard.filter { $0.at.seconds <= seconds }
    let found = DelayMatches(events: events, reference: call.reference.prefix(seconds))
    #expect(found.starts.delays.count > 0)
    #expect(found.starts.missed + found.starts.spurious == 0)
    let whole = DelayMatches(events: direct.heard, reference: call.reference)
    #expect(found.overlaps.missed <= whole.overlaps.missed)
    #expect(found.interruptions.missed <= whole.interruptions.missed)
  }

  @Test("Where nothing was played, nothing is told but what was missed")
  func silence() {
    let call = SyntheticCall(seconds: 30)
    let times = LoopBackTimes(
      [], call: call, beginning: nil, seconds: 30, configuration: Configuration())
    #expect(times.whole.starts.delays.count == 0)
    #expect(times.whole.starts.missed > 0)
    #expect(times.capture.count == 0)
  }

  private static func later(_ event: Event, by shift: SampleTime) -> Event {
    let kind: Event.Kind
    switch event.kind {
    case .speechStarted(let party, let start): kind = .speechStarted(party, start: start + shift)
    case .overlapStarted(let party, let start):
      kind = .overlapStarted(by: party, start: start + shift)
    case .interruption(var flag):
      flag.start += shift
      kind = .interruption(flag)
    default: kind = event.kind
    }
    return Event(at: event.at + shift, kind: kind)
  }
}
