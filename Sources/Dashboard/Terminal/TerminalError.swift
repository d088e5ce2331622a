import Glibc

/// The terminal cannot show a dashboard.
public struct TerminalError: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Code: Sendable {
    /// The standard input or output is no terminal.
    case notTerminal
    /// `TERM` names a terminal that cannot move its cursor, or none.
    case dumb
    /// The terminal does not take the settings.
    case refused
  }

  /// What is wrong.
  public let code: Code
  /// The system's error number, where it gave one.
  public let systemError: Int32?

  init(_ code: Code, systemError: Int32? = nil) {
    self.code = code
    self.systemError = systemError
  }
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch code {
    case .notTerminal: "the dashboard needs a terminal"
    case .dumb: "this terminal cannot show a dashboard (TERM)"
    case .refused:
      "the terminal cannot be set up"
        + (systemError.map { ": " + String(cString: strerror($0)) } ?? "")
    }
  }
}
