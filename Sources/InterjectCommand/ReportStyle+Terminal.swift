import Glibc
import Reporting

extension ReportStyle {
  /// The style that fits the standard output: its width, and colours on a terminal without NO_COLOR.
  static var terminal: ReportStyle {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    var width = 80
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      width = min(max(Int(size.ws_col), 60), 200)
    }
    let isPlain = isSet("NO_COLOR") || variable("TERM") == "dumb"
    return ReportStyle(width: width, colour: isTerminal && !isPlain, ascii: !isUnicode)
  }

  private static var isUnicode: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = variable(name), !value.isEmpty else { continue }
      let lowered = value.lowercased()
      return lowered.contains("utf-8") || lowered.contains("utf8")
    }
    // No locale says nothing about the terminal; pipes and files take UTF-8.
    return true
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func isSet(_ name: String) -> Bool {
    variable(name).map { !$0.isEmpty } ?? false
  }
}
