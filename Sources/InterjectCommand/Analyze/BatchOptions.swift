import ArgumentParser
import Batch
import FoundationEssentials

/// The options for many calls at once.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of calls with a header: path, and optionally customer_path, customer_start, "
        + "agent_channel, customer_channel, call, agent, started, segments, transcript; other columns are "
        + "passed through.",
      valueName: "csv"), completion: .file())
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      "How recordings and their folders are named, such as {date}-{time}_{agent}_{call}; also "
        + "{date:dmy}, {date:mdy}, {unix}, {any}.",
      valueName: "pattern"))
  var name: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Calls to analyze at once; by default one per processor core.", valueName: "number"))
  var jobs: Int?

  @Flag(
    help: "Analyze only what is missing from --output, has changed, or used other settings.")
  var resume = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): write a number from 1 to 1024.")
    }
  }

  /// The threads to use for so many calls: no more than the calls, or than the open files allow.
  func workers(for calls: Int) -> Int {
    min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, calls, DescriptorLimit.mostJobs)
  }
}
