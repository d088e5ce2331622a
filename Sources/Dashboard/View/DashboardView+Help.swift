extension DashboardView {
  /// Explains the keys and the signs in a box over the middle.
  mutating func drawHelp() {
    let keys = [
      ("q", "quit, with a summary"), ("p", "pause: nothing is heard"), ("m", "mark this moment"),
      ("n", "a new call begins"), ("h", "hold, or resume"), ("u", "muted elsewhere"),
      (signs.arrows, "older, newer events"), ("?", "close this help"),
    ]
    let width = 60
    let height = max(keys.count, legend.count) + 4
    let top = max(0, (size.rows - height) / 2)
    let left = max(0, (size.columns - width) / 2)
    for row in top..<top + height {
      canvas.fill(" ", row: row, columns: left..<left + width)
      canvas.set(signs.tick, row: row, column: left, .quiet)
      canvas.set(signs.tick, row: row, column: left + width - 1, .quiet)
    }
    for row in [top, top + height - 1] {
      canvas.fill(signs.rule, row: row, columns: left..<left + width, .quiet)
    }
    canvas.put("Keys", row: top + 1, column: left + 2, .title)
    canvas.put("Signs", row: top + 1, column: left + 31, .title)
    let keyWidth = signs.arrows.columns + 1
    for (index, (key, words)) in keys.enumerated() {
      canvas.put(key, row: top + 2 + index, column: left + 2)
      canvas.put(words, row: top + 2 + index, column: left + 2 + keyWidth, width: 27, .quiet)
    }
    for (index, (sign, words)) in legend.enumerated() {
      canvas.set(sign, row: top + 2 + index, column: left + 31)
      canvas.put(words, row: top + 2 + index, column: left + 33, width: 25, .quiet)
    }
  }
}
