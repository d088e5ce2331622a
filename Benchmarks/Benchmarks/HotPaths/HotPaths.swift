import Benchmark
import Benchmarking
import Conversation
import Dashboard
import Interject
import Measures
import Realtime
import Reporting
import TurnTaking
@_spi(Measuring) import VoiceActivity

/// The hot paths of the engine, each over a second of the built-in call.
///
/// What a path needs is made, and the path run once, before its time begins. A shared machine moves
/// a time by a tenth and more: the tolerances are wide on purpose, and what must not move at all is
/// the count of instructions that the system tests compare.
let benchmarks: @Sendable () -> Void = {
  // Thresholds are on record for this percentile only.
  let times = BenchmarkThresholds(relative: [.p90: 100])
  // Processor time comes in ticks of 10 ms here, so only the clock tells such short paths apart.
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], warmupIterations: 20, maxDuration: .seconds(2),
    maxIterations: 20_000, thresholds: [.wallClock: times])

  func measure(_ benchmark: Benchmark, _ path: () -> Void) {
    path()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { path() }
    benchmark.stopMeasurement()
  }

  let call = SyntheticCall(seconds: 30)
  let second = 6 * call.rate.rawValue..<7 * call.rate.rawValue
  let agent = Array(call.samples.agent[second])
  let customer = Array(call.samples.customer[second])

  Benchmark("spectrumSecond") { benchmark in
    var stages = DetectorStages(rate: call.rate, kernels: .best)
    measure(benchmark) {
      stages.analyze(agent: agent.span, customer: customer.span)
    }
  }

  Benchmark("featuresSecond") { benchmark in
    var features = Features(rate: call.rate)
    measure(benchmark) {
      for _ in 0..<50 { features.step() }
    }
    blackHole(features.newest)
  }

  Benchmark("networkSecond") { benchmark in
    var stages = DetectorStages(rate: call.rate, kernels: .best)
    stages.analyze(agent: agent.span, customer: customer.span)
    measure(benchmark) { stages.recognize() }
  }

  Benchmark("leakFilterSecond") { benchmark in
    var stages = DetectorStages(rate: call.rate, kernels: .best)
    stages.analyze(agent: agent.span, customer: customer.span)
    stages.recognize()
    measure(benchmark) { stages.separate() }
  }

  Benchmark("gateSecond") { benchmark in
    var gate = ActivityGate(settings: ActivitySettings())
    measure(benchmark) {
      for frame in 0..<100 {
        let probability = frame % 50 < 30 ? 0.9 : 0.05
        blackHole(gate.advance(early: probability, settled: probability))
      }
    }
  }

  let activities = Activities(call)
  Benchmark("turnTakingSecond") { benchmark in
    var turns = TurnTaking(settings: TurnSettings())
    var fold = MetricsFold()
    var next = 0
    var frame = 0
    var events = 0
    func advance() {
      for activity in activities[second: next] {
        frame += 1
        turns.advance(activity) { kind in
          events += 1
          fold.add(Event(at: SampleTime(frames: frame), kind: kind))
        }
      }
      next += 1
    }
    // The call goes on: each second is heard once, and the timed one has an interruption.
    while next < 6 { advance() }
    events = 0
    measure(benchmark, advance)
    if events == 0 { benchmark.error("a second with an overlap told of no event") }
    blackHole(fold)
  }

  Benchmark("engineSecond") { benchmark in
    var engine = Engine(configuration: Configuration(), rate: call.rate)
    measure(benchmark) {
      engine.process(agent: agent.span, customer: customer.span) { blackHole($0) }
    }
  }

  Benchmark("ringSecond") { benchmark in
    var ring = Ring<Float>(minimumCapacity: 4096, filledWith: 0)
    var block = [Float](repeating: 0.5, count: 480)
    measure(benchmark) {
      for _ in 0..<100 {
        block.withUnsafeMutableBufferPointer { buffer in
          guard let start = buffer.baseAddress else { return }
          blackHole(ring.writer.write(start, count: 480))
          blackHole(ring.reader.take(into: start, limit: 480))
        }
      }
    }
  }

  Benchmark("dashboardFrame") { benchmark in
    var state = DashboardState(call: .running(since: .zero))
    var session = ListeningSession(rate: call.rate)
    session.process(agent: call.samples.agent.span, customer: call.samples.customer.span) {
      state.add($0)
    }
    state.metrics = session.metrics ?? Metrics()
    state.advance(to: SampleTime(seconds: 30), levels: PartyPair(agent: -20, customer: -30))
    let size = ScreenSize(columns: 80, rows: 24)
    measure(benchmark) {
      blackHole(
        DashboardView.lines(state, size: size, style: DashboardStyle(colour: true)).count)
    }
  }

  Benchmark("eventLines") { benchmark in
    let start = SampleTime(seconds: 12.34)
    let events = [
      Event(at: start, kind: .speechStarted(.agent, start: start)),
      Event(at: start, kind: .speech(.agent, Interval(start: .zero, end: start))),
      Event(
        at: start,
        kind: .interruption(
          Interruption(id: 7, party: .agent, start: start, confidence: 0.83, salience: 0.6))),
      Event(at: start, kind: .deadAirStarted(start: start)),
    ]
    var lines = JSONLines()
    measure(benchmark) {
      for event in events { lines.append(event) }
      blackHole(lines.bytes.count)
      lines.removeAll()
    }
  }
}
