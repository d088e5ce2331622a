import ArgumentParser
import Glibc

/// How a live call is shown on the standard output.
enum MonitorMode: String, EnumerableFlag {
  case dashboard, line, plain, jsonl

  static func help(for value: MonitorMode) -> ArgumentHelp? {
    switch value {
    case .dashboard: "A full-screen dashboard; the default on a terminal."
    case .line: "One status line of at most 80 columns."
    case .plain: "A readable line for each thing that matters; the default elsewhere."
    case .jsonl: "The event stream, one JSON object per line."
    }
  }

  /// What suits the standard output.
  static var usual: MonitorMode { hasScreen ? .dashboard : .plain }

  /// Whether there is a terminal that can be used as a whole.
  static var hasScreen: Bool {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !name.isEmpty
      && name != "dumb"
  }

  /// What writes to the standard output; a live call does not wait for a slow reader.
  func output(
    _ flags: MonitorDashboardOutput.Flags, _ slowReader: OutputFile.SlowReader
  ) -> any MonitorOutput {
    switch self {
    case .dashboard: MonitorDashboardOutput(flags)
    case .line:
      MonitorLineOutput(
        slowReader, wordsStay: flags.wordsStay, recording: flags.recording, clock: flags.clock)
    case .plain: MonitorPlainOutput(slowReader, flags.detail, clock: flags.clock)
    case .jsonl: MonitorStreamOutput(slowReader)
    }
  }
}
