import Glibc
import Reporting

/// The stream for everything that is not a result.
enum StandardError {
  /// Whether somebody reads it on a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of that terminal; nil where there is none.
  static var columns: Int? { ReportStyle.columns(of: STDERR_FILENO) }

  /// Writes text; what cannot be written there has nowhere else to go.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
