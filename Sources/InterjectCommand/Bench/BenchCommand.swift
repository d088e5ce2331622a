import ArgumentParser
import AudioFiles
import Benchmarking
import Interject

/// `interject bench`: how late it notices, and what it costs.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures detection delay, speed and capture devices.",
    subcommands: [BenchLatencyCommand.self, BenchThroughputCommand.self, BenchCaptureCommand.self])

  /// Refuses a duration that no benchmark has.
  static func check(duration: Double) throws {
    guard (0.01...86_400).contains(duration) else {
      throw ValidationError("--duration \(duration): write 0.01 to 86400 seconds.")
    }
  }
}

extension OutputFile {
  /// Writes what a benchmark found to the standard output.
  static func emit(_ report: MeasurementReport, asJSON: Bool) throws(CommandFailure) {
    var output = OutputFile.standard
    if asJSON { try output.append(report.json) } else { try output.append(lines: report.lines) }
    try output.flush()
  }
}

extension CommandFailure {
  /// A recording that cannot be benched, with a remedy that does without the options of `analyze`.
  init(benching error: AudioFileError) {
    let choosesChannels: [AudioFileError.Code] = [.oneChannel, .ambiguousChannels, .noSuchChannel]
    let remedy =
      if choosesChannels.contains(error.code) {
        "give a recording of two channels, the agent on the first, for example made with sox -M"
      } else if error.code == .unsupportedRate {
        "resample it, for example with sox"
      } else if error.remedy.contains("--") {
        "give a recording in WAV or FLAC, for example made with sox"
      } else {
        error.remedy
      }
    let problem = error.description.dropLast(error.remedy.count)
    self.init(exitCode: error.code.exitCode, message: problem + remedy)
  }
}
