public import Conversation
import Glibc
import Live
public import VoiceActivity

/// Measures how many live calls one core carries, and how late the engine is under that load.
///
/// Each call delivers 10 ms of both parties every 10 ms, at a phase of its own; one thread serves
/// them in the order in which they fall due. The delay runs from that moment to the end of the
/// step. It is reported twice: as it happened, with whatever else the machine did, and as it would be on
/// a core that does nothing else, from the time that each step ran (a queue with one server).
public struct LiveBenchmark {
  /// The calls at once.
  public var calls: Int
  /// How long to measure, in seconds.
  public var seconds: Double
  private let configuration: Configuration
  private let kernels: KernelSet

  private static let step = 10_000_000
  /// The blocks of 10 ms that a call may have heard before the others: what the engine does at
  /// intervals then comes at all times alike.
  private static let mostAhead = 40

  /// Creates a benchmark of so many calls.
  public init(
    calls: Int, seconds: Double = 10, configuration: Configuration = Configuration(),
    kernels: KernelSet = .best
  ) {
    self.calls = calls
    self.seconds = seconds
    self.configuration = configuration
    self.kernels = kernels
  }

  /// Runs the calls; `isStopped` ends it early.
  public func run(_ call: SyntheticCall, isStopped: () -> Bool = { false }) -> MeasurementReport {
    var begun: [(phase: Int, call: ServedCall<SyntheticSource>)] = []
    let frames = call.samples.agent.count / call.rate.frameLength
    var source = RepeatableGenerator()
    let settings = LiveSettings(configuration: configuration, kernels: kernels)
    for _ in 0..<calls {
      let phase = Int.random(in: 0..<Self.step, using: &source)
      let next = ServedCall(
        SyntheticSource(call, from: Int.random(in: 0..<frames, using: &source)),
        settings: settings)
      // They have begun at unrelated times, so that not all have a step of 20 ms full at once.
      for _ in 0..<Int.random(in: 0..<Self.mostAhead, using: &source) { next.serve { _ in } }
      begun.append((phase, next))
    }
    begun.sort { $0.phase < $1.phase }
    let phases = begun.map(\.phase)
    var shelf = CallShelf<SyntheticSource>()
    for entry in begun { shelf.add(entry.call) }
    var happened = DelayHistogram()
    var alone = DelayHistogram()
    var events = 0
    var busy = 0
    var free = 0
    let rounds = max(1, Int(seconds * 1e9) / Self.step)
    // A second of rounds to warm up: caches, branch predictors, pages.
    let warmUp = min(100, rounds)
    let reading = Self.readingTime
    let now = Stopwatch.wall
    var served = 0
    var start = Stopwatch.thread
    for round in 0..<rounds + warmUp where !isStopped() {
      for index in phases.indices {
        let due = round * Self.step + phases[index]
        // The clock of a thread costs a system call: the end of a step is the begin of the next.
        if wait(until: now + due) { start = Stopwatch.thread }
        shelf.serve(at: index) { item in
          if case .event = item { events += 1 }
        }
        let end = Stopwatch.wall
        let last = start
        start = Stopwatch.thread
        let length = max(0, start - last - reading)
        free = max(free, due) + length
        guard round >= warmUp else { continue }
        busy += length
        served += 1
        alone.record(free - due)
        happened.record(end - now - due)
      }
    }
    let measured = Double(served) / Double(max(calls, 1)) * Double(Self.step)
    return report(
      happened: happened, alone: alone, load: measured > 0 ? Double(busy) / measured : nil,
      events: events)
  }

  /// Waits for a time and tells whether it was still to come.
  private func wait(until time: Int) -> Bool {
    let now = Stopwatch.wall
    guard now < time else { return false }
    // Sleeping takes longer to end than this; a core that carries so many calls would not sleep.
    let left = time - now - 60_000
    if left > 0 {
      var request = timespec(tv_sec: 0, tv_nsec: min(left, 999_999_999))
      nanosleep(&request, nil)
    }
    while Stopwatch.wall < time {}
    return true
  }

  /// What measuring adds to a step: both clocks and the records, the median of many times.
  private static var readingTime: Int {
    var histogram = DelayHistogram()
    var start = Stopwatch.thread
    let lengths = (0..<1001).map { number in
      let begun = Stopwatch.wall
      for _ in 0..<2 { histogram.record(Stopwatch.wall - begun + number) }
      let last = start
      start = Stopwatch.thread
      return start - last
    }
    return lengths.sorted()[500]
  }

  private func report(
    happened: DelayHistogram, alone: DelayHistogram, load: Double?, events: Int
  ) -> MeasurementReport {
    var report = MeasurementReport(title: "Live calls on one core")
    report.setting = [("kernels", kernels.name)]
    report.add("calls", "calls", Double(calls))
    report.add("events", "events", Double(events))
    report.add("load", "share of the core", load.map { $0 * 100 }, "%", places: 1)
    report.add(
      "calls_at_full_load", "calls at full load", load.map { (Double(calls) / $0).rounded(.down) })
    report.add(
      "step_us", "a step of 10 ms", load.map { $0 * 1e4 / Double(max(calls, 1)) }, "us", places: 2)
    report.add(
      "peak_memory_mb", "peak memory", Double(Stopwatch.peakMemory) / 1e6, "MB", places: 1)
    report.add("delay_alone", "on a core of its own", alone)
    report.add("delay_happened", "as it happened", happened)
    return report
  }
}
