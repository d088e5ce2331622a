import ArgumentParser
import AudioFiles
import Benchmarking
import Interject

/// `interject bench latency`: the delay from a true onset to its event.
struct BenchLatencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Measures the delay from the true onset to the event.",
    discussion: """
      Without arguments it analyzes a built-in call of known timing. The delays of speech \
      starts, overlaps and interruptions are counted in audio, so they are the same on every \
      machine. The compute delay is the time from the deciding samples to the event. Every flag \
      of an interruption counts, even one that is taken back later.
      """)

  @Argument(help: "A recording of both parties.", completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Who really speaks when: JSON with \"speech\", RTTM, or Audacity labels.", valueName: "file"),
    completion: .file())
  var reference: String?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func validate() throws {
    guard (file == nil) == (reference == nil) else {
      throw ValidationError("Give a recording and its --reference, or neither.")
    }
    guard file != "-" || reference != "-" else {
      throw ValidationError("The standard input is the recording or its --reference, not both.")
    }
  }

  func run() throws {
    var benchmark = LatencyBenchmark(
      configuration: try settings.resolved(), kernels: try .chosen())
    guard let file, let reference else {
      return try OutputFile.emit(benchmark.run(SyntheticCall()), asJSON: json)
    }
    do {
      let truth = try CallReference.read(reference)
      let source = CallSource(.together(AudioInput(argument: file)))
      let report = try benchmark.run(source, reference: truth)
      try truth.check(against: benchmark.length, path: reference)
      try OutputFile.emit(report, asJSON: json)
    } catch let error as CallReference.ReadingError {
      throw CommandFailure(
        exitCode: error.code == .unreadable ? 66 : 65, message: error.description)
    } catch let error as AudioFileError {
      throw CommandFailure(error, for: .bench)
    }
  }
}
