import ArgumentParser
import Glibc

/// How a live call is shown on the standard output.
enum MonitorMode: String, EnumerableFlag {
  case line, plain, jsonl

  static func help(for value: MonitorMode) -> ArgumentHelp? {
    switch value {
    case .line: "One status line of at most 80 columns; the default on a terminal."
    case .plain: "A readable line for each event; the default elsewhere."
    case .jsonl: "The event stream, a JSON object a line."
    }
  }

  /// What suits the standard output.
  static var usual: MonitorMode { isatty(STDOUT_FILENO) == 1 ? .line : .plain }

  var output: any MonitorOutput {
    switch self {
    case .line: MonitorLineOutput()
    case .plain: MonitorPlainOutput()
    case .jsonl: MonitorStreamOutput()
    }
  }
}
