import Conversation
import Interject
import TestSignals
import Testing
import VoiceActivity

/// The stream of events that an engine makes of audio.
@Suite struct EngineStreamTests {
  @Test(arguments: EngineRate.allCases) func theCallIsUnderstood(rate: EngineRate) {
    let run = TestCall(rate: rate).run(rate: rate)
    func close(_ spans: [Interval], _ expected: [(Double, Double)]) -> Bool {
      spans.count == expected.count
        && zip(spans, expected).allSatisfy {
          abs($0.start.seconds - $1.0) < 0.15 && abs($0.end.seconds - $1.1) < 0.15
        }
    }
    #expect(close(run.segments(.agent), [(0.4, 1.7), (3.3, 5.5)]))
    #expect(close(run.segments(.customer), [(2, 4.1)]))
    let interruptions = run.summary.metrics.parties.agent.interruptions
    #expect(interruptions.total == 1)
    #expect(interruptions.open == 0)
    #expect(run.summary.metrics.transitions == 2)
    #expect(run.summary.end == SampleTime(seconds: TestCall.seconds))
    #expect(run.summary.reliable)
  }

  @Test(
    arguments: [
      (EngineRate.narrow, EngineRun.Chunks.blocks(1)), (.narrow, .blocks(4096)),
      (.narrow, .random(upTo: 700)), (.narrow, .whole), (.wide, .blocks(1)), (.wide, .whole),
    ])
  func eventsDoNotDependOnTheBlocks(rate: EngineRate, chunks: EngineRun.Chunks) {
    let call = TestCall(rate: rate)
    let run = call.run(rate: rate, chunks: chunks)
    let reference = EngineReference.run(rate)
    let isSame = run.events == reference.events && run.evidence == reference.evidence
    #expect(isSame)
    #expect(run.summary == reference.summary)
  }

  @Test(arguments: EngineRate.allCases) func eventsAreInOrderAndTellOfThePast(rate: EngineRate) {
    let run = EngineReference.run(rate)
    let end = SampleTime(seconds: TestCall.seconds)
    var at = SampleTime.zero
    for event in run.events {
      #expect(event.at >= at && event.at <= end)
      at = event.at
      for time in event.kind.times { #expect(time <= at && time >= .zero) }
    }
  }

  @Test func everyFrameHasEvidence() {
    let run = EngineReference.run(.narrow)
    #expect(run.evidence.count == Int(TestCall.seconds * 100))
    #expect(
      run.evidence.allSatisfy {
        (0...1).contains($0.agent.probability) && (0...1).contains($0.customer.probability)
      })
  }

  @Test func metricsComeEveryTenSeconds() {
    let call = TestCall(rate: .narrow)
    let run = EngineRun(
      agent: (0..<4).flatMap { _ in call.agent }, customer: (0..<4).flatMap { _ in call.customer },
      chunks: .whole)
    let start = run.segments(.agent).first?.start ?? .zero
    let moments = run.events.compactMap { event -> SampleTime? in
      if case .metrics(let metrics) = event.kind, metrics.duration == event.at - start {
        event.at
      } else {
        nil
      }
    }
    #expect(moments == [SampleTime(seconds: 10), SampleTime(seconds: 20)])
  }

  @Test(arguments: [1, 79, 80, 81, 159]) func streamsMayEndInsideAFrame(samples: Int) {
    let call = TestCall(rate: .narrow, seconds: 1)
    let count = call.agent.count - 160 + samples
    let run = EngineRun(
      agent: Array(call.agent[..<count]), customer: Array(call.customer[..<count]))
    let end = SampleTime(ticks: 2 * count)
    #expect(run.summary.end == end)
    #expect(run.events.allSatisfy { $0.at <= end })
    for event in run.events {
      for time in event.kind.times { #expect(time <= event.at) }
    }
    let metrics = run.summary.metrics
    let heard = metrics.parties.agent.talk + metrics.parties.customer.talk - metrics.overlap
    #expect(heard + metrics.silence + metrics.unknown == metrics.duration)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 6, 8]) func nothingIsAnnouncedBehindTheEnd(frames: Int) {
    // The stream ends as a sound begins.
    let call = TestCall(rate: .narrow, seconds: 1)
    let count = 3200 + 80 * frames
    let run = EngineRun(
      agent: Array(call.agent[..<count]), customer: Array(call.customer[..<count]))
    for event in run.events {
      // What ends with the stream is settled up to its end.
      if case .settled = event.kind { continue }
      for time in event.kind.times { #expect(time < SampleTime(ticks: 2 * count)) }
    }
  }

  @Test func theSilenceBehindAStreamIsNoPartOfIt() {
    // Quiet for just less than 3 s after the last sound.
    let call = TestCall(rate: .narrow, seconds: 6)
    let last = EngineReference.run(.narrow).segments(.agent).last?.end ?? .zero
    let count = (last.ticks + 2990 * 16) / 2
    let quiet = [Float](repeating: 0, count: max(0, count - call.agent.count))
    let run = EngineRun(
      agent: Array((call.agent + quiet)[..<count]),
      customer: Array((call.customer + quiet)[..<count])
    )
    #expect(run.segments(.agent).last?.end == last)
    let isDead = run.events.contains { if case .deadAirStarted = $0.kind { true } else { false } }
    #expect(!isDead)
  }

  @Test(arguments: [0, 1, 79]) func tinyStreamsEndWell(samples: Int) {
    let silence = [Float](repeating: 0, count: samples)
    let run = EngineRun(agent: silence, customer: silence)
    #expect(run.summary.metrics.duration == SampleTime(ticks: 2 * samples))
    #expect(run.segments(.agent).isEmpty)
  }

  @Test func twoEnginesAtOnceAgree() async {
    let runs = await withTaskGroup(of: EngineRun.self) { group in
      for _ in 0..<2 {
        group.addTask { TestCall(rate: .wide).run(rate: .wide) }
      }
      var runs: [EngineRun] = []
      for await run in group { runs.append(run) }
      return runs
    }
    for run in runs {
      let isSame = run.events == EngineReference.run(.wide).events
      #expect(isSame)
    }
  }

  @Test func kernelSetsGiveTheSameKindsOfEvents() throws {
    let portable = try #require(KernelSet.named("portable"))
    let call = TestCall(rate: .narrow)
    let run = EngineRun(agent: call.agent, customer: call.customer, kernels: portable)
    let reference = EngineReference.run(.narrow)
    #expect(run.events.count == reference.events.count)
    for (event, expected) in zip(run.events, reference.events) {
      #expect(abs(event.at.frames - expected.at.frames) <= 2)
      for (time, other) in zip(event.kind.times, expected.kind.times) {
        #expect(abs(time.frames - other.frames) <= 1)
      }
    }
  }
}
