import Glibc
import Reporting

extension ReportStyle {
  /// The style that fits the standard output: its width, and colours on a terminal without NO_COLOR.
  static var terminal: ReportStyle {
    let columns = columns(of: STDOUT_FILENO)
    let isPlain = isSet("NO_COLOR") || variable("TERM") == "dumb"
    return ReportStyle(
      width: columns.map { min(max($0, 60), 200) } ?? 80,
      colour: isatty(STDOUT_FILENO) == 1 && !isPlain, ascii: !isUnicode)
  }

  /// The columns of the terminal behind a descriptor; nil where there is none that tells them.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
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
