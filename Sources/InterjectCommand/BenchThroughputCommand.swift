import ArgumentParser
import AudioFiles
import Interject

/// `interject bench throughput`: how much faster than real time, and how many live calls.
struct BenchThroughputCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "throughput",
    abstract: "Measures how much faster than real time calls are analyzed.",
    discussion: """
      Without recordings it hears a built-in call of ten minutes. Times are those of one thread, \
      so that other load does not lengthen them; the jobs' are by the clock.
      """)

  @Argument(help: "Recordings of both parties.")
  var files: [String] = []

  @Option(help: ArgumentHelp("The threads that analyze at the same time.", valueName: "number"))
  var jobs: Int = 1

  @Option(help: ArgumentHelp("How often to measure; the median counts.", valueName: "number"))
  var rounds: Int = 5

  @Option(
    help: ArgumentHelp(
      "Serve so many live calls on one core in real time instead.", valueName: "calls"))
  var live: Int?

  @Option(help: ArgumentHelp("How long to serve live calls.", valueName: "seconds"))
  var seconds: Double = 10

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    guard jobs >= 1, jobs <= 1024, rounds >= 1, live ?? 1 >= 1, seconds > 0, seconds <= 86_400
    else {
      throw ValidationError("--jobs, --rounds, --live and --seconds must be positive numbers.")
    }
    guard live == nil || files.isEmpty else {
      throw ValidationError("--live hears the built-in call; give no recording.")
    }
  }

  func run() throws {
    let configuration = try settings.resolved()
    if let live {
      Termination.observe()
      let benchmark = LiveBenchmark(
        calls: live, seconds: seconds, configuration: configuration, kernels: try .chosen())
      let report = benchmark.run(SyntheticCall(seconds: 60)) { Termination.isRequested }
      return try OutputFile.emit(report, asJSON: json)
    }
    let benchmark = ThroughputBenchmark(
      jobs: jobs, rounds: rounds, configuration: configuration, kernels: try .chosen())
    do {
      guard files.isEmpty else {
        let sources = files.map { CallSource(.together(AudioInput(argument: $0))) }
        let name = files.count == 1 ? files[0] : "\(files.count) recordings"
        return try OutputFile.emit(benchmark.run(sources, name: name), asJSON: json)
      }
      guard let recording = SyntheticRecording(SyntheticCall(seconds: 600)) else {
        throw CommandFailure(
          exitCode: 74, message: "/tmp: no room for the built-in call; name a recording instead")
      }
      try OutputFile.emit(
        benchmark.run([recording.source], name: "the built-in call"), asJSON: json)
    } catch let error as AudioFileError {
      throw CommandFailure(error)
    }
  }
}
