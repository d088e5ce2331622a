import Conversation
import Interject
import TestSignals
import Testing

/// Lost audio becomes unknown time of its own length.
@Suite struct EngineUnknownTests {
  private let call = TestCall(rate: .narrow)

  private func loss(
    _ samples: Range<Int>, agent: UnknownReason? = nil, customer: UnknownReason? = nil
  ) -> EngineRun.Loss {
    EngineRun.Loss(samples: samples, reasons: PartyPair(agent: agent, customer: customer))
  }

  private func span(_ samples: Range<Int>) -> Interval {
    Interval(
      start: SampleTime(ticks: 2 * samples.lowerBound),
      end: SampleTime(ticks: 2 * samples.upperBound))
  }

  @Test(arguments: [16_000..<24_000, 16_013..<23_999]) func itIsReportedToTheSample(
    samples: Range<Int>
  ) {
    let run = call.run(rate: .narrow, losses: [loss(samples, agent: .overrun)])
    #expect(run.unknown(.agent) == [span(samples)])
    #expect(run.unknown(.customer).isEmpty)
    let event = run.events.first { if case .unknown = $0.kind { true } else { false } }
    #expect(event?.at == span(samples).end)
    #expect(event?.kind == .unknown(.agent, span(samples), .overrun))
  }

  @Test(arguments: [EngineRun.Chunks.blocks(1), .blocks(4096), .random(upTo: 900), .whole])
  func itDoesNotDependOnTheBlocks(chunks: EngineRun.Chunks) {
    let losses = [
      loss(16_013..<20_001, agent: .lost), loss(30_000..<30_500, agent: .stall, customer: .stall),
      loss(44_000..<48_000, customer: .paused),
    ]
    let reference = call.run(rate: .narrow, losses: losses)
    let run = call.run(rate: .narrow, chunks: chunks, losses: losses)
    #expect(run.events == reference.events)
    #expect(run.summary == reference.summary)
  }

  @Test func noSegmentAndNoTurnSpansIt() {
    let lost = 28_000..<32_000
    let run = call.run(rate: .narrow, losses: [loss(lost, agent: .lost)])
    for segment in run.segments(.agent) {
      #expect(segment.end <= span(lost).start || segment.start >= span(lost).end)
    }
    for event in run.events {
      guard case .turn(_, let turn) = event.kind else { continue }
      #expect(turn.end <= span(lost).start || turn.start >= span(lost).end)
    }
  }

  @Test func itIsNoSilence() {
    let run = call.run(
      rate: .narrow, losses: [loss(0..<48_000, agent: .unplugged, customer: .unplugged)])
    #expect(run.summary.metrics.unknown == SampleTime(seconds: 6))
    #expect(run.summary.metrics.silence == .zero)
    #expect(!run.summary.reliable)
    #expect(run.unknown(.agent) == [span(0..<48_000)])
  }

  @Test func theReasonMayChange() {
    let run = call.run(
      rate: .narrow,
      losses: [loss(16_000..<20_000, agent: .stall), loss(20_000..<24_000, agent: .lost)])
    #expect(run.unknown(.agent) == [span(16_000..<20_000), span(20_000..<24_000)])
  }

  @Test func eventsStayInOrder() {
    let losses = [loss(16_013..<20_001, agent: .lost), loss(30_000..<48_000, customer: .stall)]
    let run = call.run(rate: .narrow, losses: losses)
    var at = SampleTime.zero
    for event in run.events {
      #expect(event.at >= at)
      at = event.at
      for time in event.kind.times { #expect(time <= at) }
    }
  }

  @Test func timesAddUp() {
    let losses = [loss(16_013..<20_001, agent: .lost), loss(26_000..<40_000, customer: .stall)]
    let metrics = call.run(rate: .narrow, losses: losses).summary.metrics
    let heard = metrics.parties.agent.talk + metrics.parties.customer.talk - metrics.overlap
    #expect(heard + metrics.silence + metrics.unknown == metrics.duration)
  }

  @Test func skippingIsTheSameAsHearingNothing() {
    func run(_ skips: Bool) -> [Event] {
      var engine = Engine(configuration: Configuration(), rate: .narrow)
      var events: [Event] = []
      let both = PartyPair<UnknownReason?>(repeating: .suspended)
      let zeros = [Float](repeating: 0, count: 20_000)
      engine.process(
        agent: call.agent.span.extracting(0..<16_000),
        customer: call.customer.span.extracting(0..<16_000), emit: { events.append($0) })
      if skips {
        engine.skip(samples: 20_000, unknown: both) { events.append($0) }
      } else {
        engine.process(
          agent: zeros.span, customer: zeros.span, unknown: both, emit: { events.append($0) })
      }
      engine.finish { events.append($0) }
      return events
    }
    #expect(run(true) == run(false))
  }
}
