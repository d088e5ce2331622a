import Conversation
import Wording

extension DashboardView {
  private static let timeWidth = 9

  /// The newest events, or older ones where the user has scrolled, the newest last.
  mutating func drawEvents(rows: Range<Int>, columns: Range<Int>) {
    var rows = rows
    if showsLessons {
      let row = drawLessons(rows: rows, columns: columns)
      rows = min(row + 1, rows.upperBound)..<rows.upperBound
    }
    let entries = state.log.entries
    let end = max(0, entries.count - state.scroll)
    let shown = entries[max(0, end - rows.count)..<end]
    if shown.isEmpty, let row = rows.first {
      canvas.put("no events yet", row: row, column: columns.lowerBound, .quiet)
    }
    for (row, entry) in zip(rows, shown) { draw(entry, row: row, columns: columns) }
    if state.scroll > 0, let last = rows.last {
      let words = " \(state.scroll) newer"
      canvas.put(words, row: last, endingAt: columns.upperBound, .notice)
    }
  }

  mutating func draw(_ entry: LogEntry, row: Int, columns: Range<Int>) {
    let start = columns.lowerBound + Self.timeWidth
    canvas.put(FigureText.moment(entry.reading), row: row, endingAt: start - 2, .quiet)
    let text = DashboardWords.words(entry.kind).cut(
      to: columns.upperBound - start, ellipsis: glyphs.ellipsis)
    canvas.put(text, row: row, column: start, ink(of: entry.kind))
  }

  private func ink(of kind: LogEntry.Kind) -> Ink {
    switch kind {
    case .interruption(_, .retracted), .interruption(_, .markedWrong): .quiet
    case .interruption(let flag, _): Ink(flag.party)
    case .deadAir, .unknown, .paused, .device, .warning, .nothingHeard: .notice
    case .callStarted, .callEnded: .title
    case .backchannel, .prematureAnswer, .monologue, .hold, .mark, .notice: .plain
    }
  }
}
