public import AudioFiles
import Calls
public import Conversation
import Dispatch
import Synchronization
public import VoiceActivity

/// Measures how much faster than real time recordings are analyzed: whole, by stage, on N threads.
public struct ThroughputBenchmark: Sendable {
  /// The threads that share the recordings.
  public var jobs: Int
  /// How often each measurement is repeated; the median counts.
  public var rounds: Int
  private let configuration: Configuration
  private let kernels: KernelSet

  /// Creates a benchmark.
  public init(
    jobs: Int = 1, rounds: Int = 5, configuration: Configuration = Configuration(),
    kernels: KernelSet = .best
  ) {
    self.jobs = jobs
    self.rounds = rounds
    self.configuration = configuration
    self.kernels = kernels
  }

  /// Analyzes the recordings and tells of the time it took; one that cannot be read ends it.
  public func run(
    _ sources: [CallSource], name: String
  ) throws(AudioFileError) -> MeasurementReport {
    var whole: [Int] = []
    var stages: [StageTimes.Stage: [Int]] = [:]
    var length = 0.0
    for _ in 0..<max(1, rounds) {
      var round: [StageTimes.Stage: Int] = [:]
      var total = 0
      length = 0
      for source in sources {
        total += try analyze(source)
        let times = try StageTimes(source, configuration: configuration, kernels: kernels)
        for stage in StageTimes.Stage.allCases { round[stage, default: 0] += times[stage] }
        length += times.length.seconds
      }
      whole.append(total)
      for (stage, time) in round { stages[stage, default: []].append(time) }
    }
    let sum = Self.median(whole)
    var report = MeasurementReport(title: "Throughput")
    report.setting = [("source", name), ("kernels", kernels.name)]
    report.add("seconds", "length of the audio", length, "s", places: 1)
    report.add("whole", "whole, one thread", Self.rate(length, sum), "x real time per channel")
    var rest = sum
    for stage in StageTimes.Stage.allCases {
      let time = Self.median(stages[stage] ?? [])
      rest -= time
      guard time > 0 else { continue }
      add(stage.rawValue, stage.label, time, of: sum, length, to: &report)
    }
    // What the stages leave: pitch and syllables, checks of the input, levels, copies, opening.
    add("rest", "pitch and the rest", max(0, rest), of: sum, length, to: &report)
    if jobs > 1 { addJobs(sources, length, to: &report) }
    report.add(
      "peak_memory_mb", "peak memory", Double(Stopwatch.peakMemory) / 1e6, "MB", places: 1)
    return report
  }

  private func add(
    _ key: String, _ label: String, _ time: Int, of whole: Int, _ length: Double,
    to report: inout MeasurementReport
  ) {
    let share = Double(time) / Double(max(whole, 1)) * 100
    report.add(key, "  \(label)", Self.rate(length, time), "x real time per channel")
    report.add("\(key)_percent", "", share, "% of the whole", places: 1)
  }

  private func analyze(_ source: CallSource) throws(AudioFileError) -> Int {
    let begun = Stopwatch.thread
    let analysis = CallAnalysis(configuration: configuration, kernels: kernels)
    _ = try analysis.run(source, emit: { _ in })
    return Stopwatch.thread - begun
  }

  /// Every thread has as much to do as one alone, so that few recordings occupy all of them.
  private func addJobs(
    _ sources: [CallSource], _ length: Double, to report: inout MeasurementReport
  ) {
    var alone: [Int] = []
    var together: [Int] = []
    // The first finds neither threads nor their memory made.
    _ = time(sources, jobs: jobs)
    for _ in 0..<max(1, rounds) {
      alone.append(time(sources, jobs: 1))
      together.append(time(sources, jobs: jobs))
    }
    let one = Self.rate(length, Self.median(alone))
    let many = Self.rate(length * Double(jobs), Self.median(together))
    report.add("jobs", "jobs", Double(jobs))
    report.add("one_job", "  one job, by the clock", one, "x real time per channel")
    report.add("all_jobs", "  all jobs, by the clock", many, "x real time per channel")
    report.add("speed_up", "  speed-up", one > 0 ? many / one : nil, "", places: 2)
  }

  private func time(_ sources: [CallSource], jobs: Int) -> Int {
    let next = Atomic<Int>(0)
    let begun = Stopwatch.wall
    let group = DispatchGroup()
    // A queue for each has a thread for each, however few cores there are.
    for job in 0..<jobs {
      DispatchQueue(label: "job \(job)").async(group: group) {
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < sources.count * jobs else { return }
          // It could be read before; a recording that has vanished since costs nothing.
          _ = try? analyze(sources[number % sources.count])
        }
      }
    }
    group.wait()
    return Stopwatch.wall - begun
  }

  private static func rate(_ length: Double, _ nanoseconds: Int) -> Double {
    2 * length / (Double(max(nanoseconds, 1)) * 1e-9)
  }

  /// The middle one, of an even number the mean of the middle two; 0 of none.
  static func median(_ times: [Int]) -> Int {
    guard !times.isEmpty else { return 0 }
    let sorted = times.sorted()
    return (sorted[(times.count - 1) / 2] + sorted[times.count / 2]) / 2
  }
}
