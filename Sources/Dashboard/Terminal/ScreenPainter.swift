/// Turns pictures into the bytes that change a terminal from one to the next.
struct ScreenPainter {
  private let colour: Bool
  private let theme: DashboardTheme
  private var shown: Canvas?

  init(colour: Bool, theme: DashboardTheme = .usual) {
    self.colour = colour
    self.theme = theme
  }

  /// Forgets what the terminal shows, so that the next picture is painted whole.
  mutating func forget() { shown = nil }

  /// The bytes that bring a picture to the screen; empty where nothing has changed.
  ///
  /// Terminals that know synchronized updates (mode 2026) show it at once; others ignore the mode.
  mutating func paint(_ canvas: Canvas) -> [UInt8] {
    let before = shown?.size == canvas.size ? shown : nil
    var bytes: [UInt8] = []
    if before == nil { bytes.append(contentsOf: "\u{1B}[0m\u{1B}[2J".utf8) }
    for row in 0..<canvas.size.rows {
      if let before, before.row(row).elementsEqual(canvas.row(row)) { continue }
      bytes.append(contentsOf: "\u{1B}[\(row + 1);1H".utf8)
      let columns = canvas.append(row: row, colour: colour, theme: theme, to: &bytes)
      // Behind a full line the cursor still stands on its last character.
      if columns < canvas.size.columns { bytes.append(contentsOf: "\u{1B}[K".utf8) }
    }
    shown = canvas
    guard !bytes.isEmpty else { return [] }
    return Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
  }
}
