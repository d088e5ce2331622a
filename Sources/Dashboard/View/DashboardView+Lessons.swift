import Conversation
import Wording

extension DashboardView {
  /// Whether a call has just ended that something can be learnt from.
  var showsLessons: Bool {
    if case .ended = state.call { !state.lessons.isEmpty && state.scroll == 0 } else { false }
  }

  /// What can be learnt from the call that has just ended; returns the row behind it.
  mutating func drawLessons(rows: Range<Int>, columns: Range<Int>) -> Int {
    guard var row = rows.first else { return rows.upperBound }
    canvas.put("Lessons from this call", row: row, column: columns.lowerBound, .title)
    row += 1
    for (index, lesson) in state.lessons.enumerated() {
      // Each of those that follow can have a line at least.
      let most = rows.upperBound - row - (state.lessons.count - 1 - index)
      guard most > 0 else { break }
      row = draw(lesson, rows: row..<row + most, columns: columns)
    }
    return row
  }

  /// Draws a lesson behind its sign, wrapped; returns the row behind it.
  mutating func draw(
    _ lesson: GuidanceLine, rows: Range<Int>, columns: Range<Int>
  ) -> Int {
    let sign = lesson.rule.isStrength ? "+" : "-"
    let start = columns.lowerBound + 2
    let width = columns.upperBound - start
    canvas.put(sign, row: rows.lowerBound, column: columns.lowerBound, .title)
    let lines = lesson.sentence(state.clock.origin).wrapped(to: width, lines: rows.count)
    for (row, line) in zip(rows, lines) {
      canvas.put(line.cut(to: width, ellipsis: glyphs.ellipsis), row: row, column: start)
    }
    return rows.lowerBound + max(1, lines.count)
  }
}
