import ArgumentParser
import AudioFiles
import Batch
import CRealtime
import Glibc
import Interject

/// The `interject` command.
@main
struct InterjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interject",
    abstract: "Says who interrupts whom in a call, as it happens, and how well the agent listens.",
    version: interjectVersion,
    subcommands: [
      MonitorCommand.self, CheckCommand.self, AnalyzeCommand.self, WorkerCommand.self,
      DevicesCommand.self, HistoryCommand.self,
      ReviewCommand.self, TeamCommand.self, TrendsCommand.self, PhrasesCommand.self,
      WhyCommand.self, PracticeCommand.self, SchemaCommand.self,
      BenchCommand.self,
    ])

  /// Parses, runs, and ends with the documented exit code: errors are one line on stderr.
  static func main() {
    StandardStreams.occupyClosed()
    // Writing to a closed pipe is an error like others, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that has reached the limit of its size.
    signal(SIGXFSZ, SIG_IGN)
    endPlainly()
    do {
      var command = try parseAsRoot()
      // Decoders print what they find wrong; nothing of this program goes through C's streams.
      ij_stdio_silence()
      try command.run()
    } catch {
      ij_stdio_restore()
      let failure = failure(for: error) ?? written(fullMessage(for: error))
      failure?.report()
      Glibc.exit(failure?.exitCode ?? 0)
    }
  }

  /// Writes the help or the version, which are ends without a failure unless there is no room for them.
  private static func written(_ text: String) -> CommandFailure? {
    var output = OutputFile.standard
    do throws(CommandFailure) {
      try output.append(lines: [text])
      try output.finish()
      return nil
    } catch {
      return error
    }
  }

  /// Drops the handlers of Swift's runtime, which at a crash show a backtrace and wait half a minute
  /// for a key, and at SIGQUIT let the program run on; what is ignored stays so.
  ///
  /// Who sets SWIFT_BACKTRACE gets the backtrace.
  private static func endPlainly() {
    let crashes =
      getenv("SWIFT_BACKTRACE") == nil ? [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] : []
    for number in crashes + [SIGQUIT] {
      guard let handler = signal(number, SIG_DFL),
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      else { continue }
      signal(number, SIG_IGN)
    }
  }

  /// What a thrown error says and ends with; nil for an end that is no failure.
  private static func failure(for error: any Error) -> CommandFailure? {
    if let failure = error as? CommandFailure { return failure }
    if let error = error as? AudioFileError { return CommandFailure(error) }
    if let error = error as? BatchError { return CommandFailure(error) }
    let code = exitCode(for: error)
    guard code != .success else { return nil }
    guard code == .validationFailure else {
      return CommandFailure(exitCode: code.rawValue, message: "\(error)")
    }
    let arguments = Array(CommandLine.arguments.dropFirst())
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let meant = MeantCommand(arguments, commands: commands) {
      return CommandFailure(
        exitCode: code.rawValue,
        message: "\(arguments[0]): not a command; did you mean: \(meant.line)")
    }
    if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) {
      return CommandFailure(
        exitCode: code.rawValue, message: "\(first): not a command; see interject --help")
    }
    let problem = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
    let sentence = problem.hasSuffix(".") ? String(problem.dropLast()) : problem
    let help =
      sentence.hasSuffix("?") ? " See \(invokedName) --help" : "; see \(invokedName) --help"
    return CommandFailure(exitCode: code.rawValue, message: sentence + help)
  }

  /// The command as it was called, with its subcommands.
  private static var invokedName: String {
    var command: any ParsableCommand.Type = Self.self
    var words = ["interject"]
    for argument in CommandLine.arguments.dropFirst() {
      let called = command.configuration.subcommands.first {
        $0.configuration.commandName == argument
      }
      guard let called else { continue }
      command = called
      words.append(argument)
    }
    return words.joined(separator: " ")
  }
}
