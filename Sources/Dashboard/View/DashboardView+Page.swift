import Conversation
import Wording

extension DashboardView {
  /// The moments for which a call's lessons leave room.
  private static let momentsKept = 3

  /// The day, or one of its calls, in place of the call under way.
  mutating func drawPage() {
    var row = size.rows >= 22 ? drawRule(row: 1) : 1
    let rows = row..<size.rows - 2
    let columns = 0..<size.columns
    switch state.page {
    case .call: return
    case .day(let chosen):
      row = drawSums(rows: rows, columns: columns) + (size.rows >= 22 ? 1 : 0)
      drawCalls(chosen: chosen, rows: row..<rows.upperBound)
    case .past(let call, let moment):
      guard state.day.calls.indices.contains(call) else { return }
      drawPast(state.day.calls[call], number: call, moment: moment, rows: rows)
    }
    drawGuidance(row: size.rows - 2)
    drawKeys(pageKeys[...], row: size.rows - 1)
  }

  private var pageKeys: [(key: String, words: String)] {
    if case .day = state.page {
      return [
        ("esc", "back to the call"), (glyphs.arrows, "choose"), ("enter", "open"), ("?", "help"),
        ("q", "quit"),
      ]
    }
    return [
      ("esc", "back to the day"), (glyphs.arrows, "moments"), ("?", "help"), ("q", "quit"),
    ]
  }

  /// The day's calls, the chosen one in view.
  private mutating func drawCalls(chosen: Int, rows: Range<Int>) {
    guard let heading = rows.first else { return }
    let calls = state.day.calls
    guard !calls.isEmpty else {
      canvas.put("Calls appear here when they end.", row: heading, column: 0, .quiet)
      return
    }
    drawHeadings(row: heading, columns: 2..<size.columns)
    let list = heading + 1..<rows.upperBound
    let first = Self.first(of: calls.count, showing: chosen, lines: list.count)
    for (row, index) in zip(list, first..<calls.count) {
      draw(calls[index], row: row, columns: 2..<size.columns)
      if let lesson = calls[index].lessons.first {
        let column = 46
        let text = lesson.words.cut(to: size.columns - column, ellipsis: glyphs.ellipsis)
        if size.columns >= 76 { canvas.put(text, row: row, column: column, .quiet) }
      }
      guard index == chosen else { continue }
      canvas.put(">", row: row, column: 0, .title)
      canvas.emphasize(row: row, from: 2)
    }
  }

  /// The first of some lines to show, so that one of them is in view.
  private static func first(of count: Int, showing chosen: Int, lines: Int) -> Int {
    min(max(0, chosen - lines / 2), max(0, count - lines))
  }

  /// A call that is over: figures, who spoke when, lessons, moments, and why of the chosen one.
  private mutating func drawPast(_ call: DayCall, number: Int, moment: Int, rows: Range<Int>) {
    var row = rows.lowerBound
    // Of very many calls the oldest are forgotten.
    let ordinal = state.day.count - state.day.calls.count + number + 1
    let title = canvas.put(
      "Call \(ordinal), \(begins(call))", row: row, column: 0, .title)
    canvas.put(
      .fitting(figures(call), width: size.columns - title, ellipsis: glyphs.ellipsis), row: row,
      column: title)
    row += 1
    if let sketch = call.sketch {
      row = draw(sketch, of: call, moment: moment, row: row)
    }
    let why = why(call, moment)
    let kept = min(call.moments.count, Self.momentsKept) + why.count
    for (index, lesson) in call.lessons.enumerated() where row < rows.upperBound {
      // Each of those that follow can have a line at least, and so can the moments.
      let following = call.lessons.count - 1 - index
      let most = max(1, rows.upperBound - row - following - kept)
      row = draw(lesson, rows: row..<min(row + most, rows.upperBound), columns: 0..<size.columns)
    }
    guard call.moments.indices.contains(moment) else {
      let words =
        call.sketch == nil ? "Only the figures of a saved call are kept." : "Nothing happened."
      canvas.put(words, row: min(row, rows.upperBound - 1), column: 0, .quiet)
      return
    }
    let bottom = max(row, rows.upperBound - why.count)
    drawMoments(call.moments, chosen: moment, rows: row..<bottom)
    for (row, line) in zip(bottom..<rows.upperBound, why) {
      canvas.put(
        line.cut(to: size.columns - 2, ellipsis: glyphs.ellipsis), row: row, column: 2, .title)
    }
  }

  /// Why a moment counts, wrapped.
  private func why(_ call: DayCall, _ moment: Int) -> [String] {
    guard call.moments.indices.contains(moment) else { return [] }
    return DashboardWords.why(call.moments[moment].kind)?.wrapped(to: size.columns - 2, lines: 4)
      ?? []
  }

  private mutating func drawMoments(_ moments: [LogEntry], chosen: Int, rows: Range<Int>) {
    let first = Self.first(of: moments.count, showing: chosen, lines: rows.count)
    for (row, index) in zip(rows, first..<moments.count) {
      draw(moments[index], row: row, columns: 1..<size.columns)
      if index == chosen { canvas.put(">", row: row, column: 0, .title) }
    }
  }

  /// The figures of a call, the longest wording first.
  private func figures(_ call: DayCall) -> [String] {
    let length = ", \(FigureText.minutes(call.length)) long"
    let share = call.shareOfTalk.map(FigureText.percent)
    let times = call.interruptions.map { $0 == 1 ? "once" : "\($0) times" }
    return [
      length + (share.map { ", agent \($0) of the talk" } ?? "")
        + (times.map { ", agent interrupts \($0)" } ?? ""),
      length + (share.map { ", agent \($0)" } ?? "") + (times.map { ", interrupts \($0)" } ?? ""),
      length + (times.map { ", interrupts \($0)" } ?? ""),
      length,
    ]
  }

  /// Two lanes as wide as the screen, and where the chosen moment is; returns the row behind them.
  private mutating func draw(
    _ sketch: CallSketch, of call: DayCall, moment: Int, row: Int
  ) -> Int {
    let start = Self.labelWidth
    let width = max(1, size.columns - start)
    if let begin = call.start, call.moments.indices.contains(moment), call.length > .zero {
      let time = call.moments[moment].time - begin
      let share = min(1, max(0, time.seconds / call.length.seconds))
      canvas.set(
        glyphs.mark, row: row, column: start + min(width - 1, Int(share * Double(width))), .notice)
    }
    for (index, party) in Party.allCases.enumerated() {
      canvas.put(party.name, row: row + 1 + index, column: 0, Ink(party))
      for cell in 0..<width {
        let share = sketch.share(
          party, from: Double(cell) / Double(width), to: Double(cell + 1) / Double(width),
          of: call.length)
        canvas.set(glyphs.level(share), row: row + 1 + index, column: start + cell, Ink(party))
      }
    }
    return row + 3
  }
}
