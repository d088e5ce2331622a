import ArgumentParser
import AudioFiles
import Benchmarking
import Conversation
import Interject

/// `interject bench throughput`: how much faster than real time, and how many live calls.
struct BenchThroughputCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "throughput",
    abstract: "Measures how much faster than real time calls are analyzed.",
    discussion: """
      Without recordings it analyzes a built-in ten-minute call. Times are the processor time of \
      one thread, so other load does not lengthen them; --jobs are timed by the clock.
      """)

  @Argument(help: "Recordings of both parties; each is read several times.", completion: .file())
  var files: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads that analyze at the same time. (default: 1)", valueName: "number"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many times to measure; the median counts. (default: 5)", valueName: "number"))
  var rounds: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Serve this many live calls on one core in real time instead.", valueName: "calls"))
  var live: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long to serve live calls. (default: 10)", valueName: "seconds"))
  var duration: Double?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    try Self.check("--jobs", jobs, 1...64)
    try Self.check("--rounds", rounds, 1...1000)
    // Each takes some 400 kB, so that these fit into the memory of an ordinary machine.
    try Self.check("--live", live, 1...20_000)
    if let duration { try BenchCommand.check(duration: duration) }
    if live == nil {
      guard duration == nil else { throw ValidationError("--duration is for --live only.") }
    } else if !files.isEmpty {
      throw ValidationError("--live uses the built-in call; leave the recording out.")
    } else if jobs != nil || rounds != nil {
      throw ValidationError("--live runs once, on one core; leave --jobs and --rounds out.")
    }
    if let pipe = files.first(where: Self.isReadOnce) {
      throw ValidationError("\(pipe) can only be read once; name a file.")
    }
  }

  func run() throws {
    let configuration = try settings.resolved()
    if let live { return try serve(live, configuration) }
    let benchmark = ThroughputBenchmark(
      jobs: jobs ?? 1, rounds: rounds ?? 5, configuration: configuration, kernels: try .chosen())
    do {
      guard files.isEmpty else {
        let sources = files.map { CallSource(.together(AudioInput(argument: $0))) }
        let name = files.count == 1 ? files[0] : "\(files.count) recordings"
        return try OutputFile.emit(benchmark.run(sources, name: name), asJSON: json)
      }
      guard let recording = SyntheticRecording(SyntheticCall(seconds: 30), times: 20) else {
        throw CommandFailure(
          exitCode: 74, message: "not enough memory for the built-in call; name a recording instead"
        )
      }
      try OutputFile.emit(
        benchmark.run([recording.source], name: "the built-in call"), asJSON: json)
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: .bench)
    }
  }

  private func serve(_ calls: Int, _ configuration: Configuration) throws {
    Termination.observe()
    let benchmark = LiveBenchmark(
      calls: calls, seconds: duration ?? 10, configuration: configuration, kernels: try .chosen())
    let report = benchmark.run(SyntheticCall(seconds: 60)) { Termination.isRequested }
    try OutputFile.emit(report, asJSON: json)
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
  }

  private static func check(_ option: String, _ value: Int?, _ range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    throw ValidationError(
      "\(option) \(value): write \(range.lowerBound) to \(range.upperBound).")
  }

  private static func isReadOnce(_ file: String) -> Bool {
    file == "-" || FileIdentity(file).map { !$0.isRegular } ?? false
  }
}
