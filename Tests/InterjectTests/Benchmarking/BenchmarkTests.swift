import Conversation
import FoundationEssentials
import Testing

@testable import Benchmarking

@Suite("Benchmarks")
struct BenchmarkTests {
  /// The members of a report's JSON that the tests look at.
  private struct Report: Decodable {
    struct Delay: Decodable {
      var count: Int
      var p50: Double?
      var missed: Int?
      var `false`: Int?
    }

    var figures: [String: Double?]
    var delays_ms: [String: Delay]
  }

  private static func decode(_ report: MeasurementReport) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(report.json))
  }

  @Test("The built-in call is heard as it was made", arguments: EngineRate.allCases)
  func builtInCall(rate: EngineRate) throws {
    let call = SyntheticCall(rate: rate, seconds: 60)
    var benchmark = LatencyBenchmark()
    let delays = try Self.decode(benchmark.run(call)).delays_ms
    #expect(delays["speech_started"]?.missed == 0)
    #expect(delays["speech_started"]?.false == 0)
    // A made-up voice is no real one: what counts is that most of the call is heard.
    #expect((delays["overlap_started"]?.count ?? 0) >= 4)
    #expect((delays["interruption"]?.count ?? 0) >= 3)
    // At most one in each of its two periods.
    #expect((delays["interruption"]?.false ?? .max) <= 2)
  }

  @Test("Algorithmic delays are the same in every run")
  func repeatable() throws {
    let call = SyntheticCall(seconds: 30)
    let medians = try (0..<2).map { _ in
      var benchmark = LatencyBenchmark()
      return try Self.decode(benchmark.run(call)).delays_ms["speech_started"]?.p50
    }
    #expect(medians[0] == medians[1])
  }

  @Test("Every stage of the throughput is told, in one thread and in two")
  func throughput() throws {
    guard let recording = SyntheticRecording(SyntheticCall(seconds: 30)) else {
      Issue.record("there is no room for a recording")
      return
    }
    let report = try ThroughputBenchmark(jobs: 2, rounds: 1).run([recording.source], name: "test")
    let figures = try Self.decode(report).figures
    for key in ["whole", "read", "spectrum", "network", "bleed", "turn_taking", "speed_up"] {
      #expect((figures[key] ?? 0) ?? 0 > 0, "\(key)")
    }
    #expect(figures["seconds"] == 30)
  }

  @Test("The built-in recording is the call as often as told, and can be read again")
  func repetition() throws {
    guard let recording = SyntheticRecording(SyntheticCall(seconds: 30), times: 2) else {
      Issue.record("there is no room for a recording")
      return
    }
    for _ in 0..<2 {
      let report = try ThroughputBenchmark(rounds: 1).run([recording.source], name: "test")
      #expect(try Self.decode(report).figures["seconds"] == 60)
    }
  }

  @Test("A figure without a label stands in the line of the one before")
  func joinedFigures() {
    var report = MeasurementReport(title: "Test")
    report.add("time", "time", 3, "s")
    report.add("share", "", 12.5, "%", places: 1)
    report.add("count", "count", 4)
    #expect(
      report.lines == ["Test", "", "  time            3 s, 12.5 %", "  count           4"])
  }

  @Test("The median of an even number is the mean of the middle two")
  func median() {
    #expect(ThroughputBenchmark.median([]) == 0)
    #expect(ThroughputBenchmark.median([5, 1, 3]) == 3)
    #expect(ThroughputBenchmark.median([8, 1, 2, 4]) == 3)
  }

  @Test("Short delays are told in microseconds, under a head of their own")
  func microseconds() {
    var delays = DelayHistogram()
    delays.record(7_100)
    var report = MeasurementReport(title: "Test")
    report.add("start", "start", delays)
    report.add("compute", "compute", delays, unit: .microseconds)
    let rows = report.lines.map { $0.split(separator: " ").prefix(4).joined(separator: " ") }
    #expect(
      rows == [
        "Test", "", "delay in ms count", "start 1 0.007 0.007", "", "delay in us count",
        "compute 1 7.100 7.100",
      ])
  }

  @Test("Live calls are all served")
  func live() throws {
    let report = LiveBenchmark(calls: 3, seconds: 0.1).run(SyntheticCall(seconds: 30))
    let decoded = try Self.decode(report)
    #expect(decoded.figures["calls"] == 3)
    #expect(decoded.delays_ms["delay_alone"]?.count == 30)
    #expect(report.lines.first == "Live calls on one core")
  }

  @Test("The drift of a clock is the slope of its periods' ends, whatever their jitter")
  func drift() {
    var fit = ClockFit()
    for period in 0..<1000 {
      // 100 ppm fast: 10 ms of the device end after 9.999 ms of ours.
      let jitter = Int64(period % 2 == 0 ? 200_000 : -200_000)
      fit.add(length: 10_000_000, end: 5_000_000_000 + Int64(period) * 9_999_000 + jitter)
    }
    #expect(abs((fit.drift ?? 0) - 100) < 1)
  }
}
