/// The sequences that begin and end the use of a whole terminal.
enum TerminalModes {
  /// The alternate screen, no cursor, no line wrapping.
  static let enter: StaticString = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
  /// Everything back as it was; an update that was cut off is ended first.
  static let leave: StaticString =
    "\u{1B}[?2026l\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"
}
