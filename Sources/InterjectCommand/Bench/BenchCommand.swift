import ArgumentParser
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
