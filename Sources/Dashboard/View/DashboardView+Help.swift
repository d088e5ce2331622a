import Wording

extension DashboardView {
  /// Explains the keys and the signs in a box over the middle.
  mutating func drawHelp() {
    let keys = [
      ("q", "quit, and sum up"), ("p", "pause listening"), ("m", "mark this moment"),
      ("n", "begin a new call"), ("h", "hold, or resume"), ("u", "muted elsewhere"),
      ("w", "flag was wrong"), ("z", "no, it was not"), ("enter", "the day's calls"),
      ("esc", "back, or left arrow"), (glyphs.arrows, "scroll, or choose"),
      ("?", "close this help"),
    ]
    let keyWidth = max(glyphs.arrows.columns, "enter".columns) + 1
    let signStart = 2 + keyWidth + (keys.map(\.1.columns).max() ?? 0) + 2
    let width = signStart + 2 + (legend.map(\.1.columns).max() ?? 0) + 2
    let height = max(keys.count, legend.count) + 4
    let top = max(0, (size.rows - height) / 2)
    let left = max(0, (size.columns - width) / 2)
    drawBox(rows: top..<top + height, columns: left..<left + width)
    canvas.put("Keys", row: top + 1, column: left + 2, .title)
    canvas.put("Signs", row: top + 1, column: left + signStart, .title)
    for (index, (key, words)) in keys.enumerated() {
      canvas.put(key, row: top + 2 + index, column: left + 2)
      canvas.put(words, row: top + 2 + index, column: left + 2 + keyWidth, .quiet)
    }
    for (index, (sign, words)) in legend.enumerated() {
      canvas.set(sign, row: top + 2 + index, column: left + signStart)
      canvas.put(words, row: top + 2 + index, column: left + signStart + 2, .quiet)
    }
  }

  private mutating func drawBox(rows: Range<Int>, columns: Range<Int>) {
    for row in rows {
      canvas.fill(" ", row: row, columns: columns)
      canvas.set(glyphs.tick, row: row, column: columns.lowerBound, .quiet)
      canvas.set(glyphs.tick, row: row, column: columns.upperBound - 1, .quiet)
    }
    for row in [rows.lowerBound, rows.upperBound - 1] {
      canvas.fill(glyphs.rule, row: row, columns: columns, .quiet)
    }
  }
}
