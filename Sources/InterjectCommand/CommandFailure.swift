import AudioFiles
import Batch
import Dashboard
import Glibc
import Interject

/// A reason to end, with the exit code of sysexits.h or of a signal.
struct CommandFailure: Error {
  /// The reader of the output has gone: end silently, as other filters do.
  static let closedPipe = CommandFailure(exitCode: 141, message: nil)

  let exitCode: Int32
  /// The line for stderr; nil where silence is right.
  let message: String?
  /// Whether others of many calls may still go well.
  let concernsOneCall: Bool

  init(exitCode: Int32, message: String?, concernsOneCall: Bool = false) {
    self.exitCode = exitCode
    self.message = message
    self.concernsOneCall = concernsOneCall
  }

  init(_ error: BatchError) {
    let code: Int32 =
      switch error.code {
      case .usage, .name: 64
      case .data, .parties: 65
      case .notFound: 66
      case .unreadable: 74
      }
    self.init(exitCode: code, message: error.description, concernsOneCall: true)
  }

  init(_ error: RecordingError) {
    self.init(exitCode: 74, message: error.description)
  }

  init(_ error: ConfigurationError) {
    switch error.code {
    case .unknownSetting:
      self.init(
        exitCode: 64, message: "\(error); `interject analyze --explain` lists them all")
    case .notTOML: self.init(exitCode: 65, message: error.description)
    case .unreadable: self.init(exitCode: 66, message: error.description)
    case .unwritable: self.init(exitCode: 74, message: error.description)
    default: self.init(exitCode: 64, message: error.description)
    }
  }

  init(_ error: TerminalError) {
    let other = error.code == .notTerminal ? "use --plain or --jsonl here" : "use --plain"
    self.init(exitCode: 74, message: "\(error); \(other)")
  }

  /// The end that a signal asked for, once everything has been said.
  init(signal: Int32) {
    self.init(exitCode: 128 + signal, message: nil)
  }

  /// Writes the line to stderr.
  func report() {
    guard let message else { return }
    StandardError.write("interject: \(message)\n")
  }
}
