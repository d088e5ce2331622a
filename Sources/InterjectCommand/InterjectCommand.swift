import ArgumentParser
import Glibc
import Interject

/// The `interject` command.
@main
struct InterjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interject",
    abstract: "Says, while a call runs, who interrupts whom, and how well the agent listens.",
    version: interjectVersion,
    subcommands: [AnalyzeCommand.self, BenchCommand.self])

  /// Parses, runs, and ends with the documented exit code: errors are one line on stderr.
  static func main() {
    // Writing to a closed pipe is an error like others, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      failure.report()
      Glibc.exit(failure.exitCode)
    } catch {
      exit(withError: error)
    }
  }
}
