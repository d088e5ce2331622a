import Glibc
import Reporting

/// The stream for everything that is not a result.
enum StandardError {
  /// Whether somebody reads it on a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of that terminal; nil where there is none.
  static var columns: Int? { ReportStyle.columns(of: STDERR_FILENO) }

  /// Writes text; what cannot be written there within two seconds has nowhere else to go.
  static func write(_ text: String) {
    // It may be the pipe of the standard output, whose reader has stopped to read.
    var entry = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&entry, 1, 2000) != 0 else { return }
    var text = text
    text.withUTF8 { bytes in
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
