import Conversation
import Wording

extension DashboardView {
  /// The lines that the day can fill.
  var dayHeight: Int { 5 + max(1, state.day.calls.count) }

  /// The day so far: its sums against what is usual and the goal, and its newest calls.
  mutating func drawDay(rows: Range<Int>, columns: Range<Int>) {
    var row = drawSums(rows: rows, columns: columns)
    guard row + 1 < rows.upperBound, !state.day.calls.isEmpty else { return }
    drawHeadings(row: row, columns: columns)
    row += 1
    let calls = state.day.calls
    let first = max(0, calls.count - (rows.upperBound - row))
    for (row, index) in zip(row..<rows.upperBound, first..<calls.count) {
      draw(calls[index], row: row, columns: columns)
    }
  }

  /// What the calls of the day add up to; returns the row behind it.
  mutating func drawSums(rows: Range<Int>, columns: Range<Int>) -> Int {
    guard var row = rows.first else { return rows.upperBound }
    let column = canvas.put("Today", row: row, column: columns.lowerBound, .title)
    canvas.put("  " + sums, row: row, column: column, width: columns.upperBound - column)
    row += 1
    for line in comparisons where row < rows.upperBound {
      let text = line.text.cut(to: columns.count, ellipsis: glyphs.ellipsis)
      canvas.put(text, row: row, column: columns.lowerBound, line.isOver ? .notice : .plain)
      row += 1
    }
    return row
  }

  mutating func drawHeadings(row: Int, columns: Range<Int>) {
    for (heading, end) in [("begins", 9), ("length", 19), ("agent", 28), ("interrupts", 40)] {
      canvas.put(heading, row: row, endingAt: columns.lowerBound + end, .quiet)
    }
  }

  /// A call in a line: when, how long, the agent's share of talk, its interruptions.
  mutating func draw(_ call: DayCall, row: Int, columns: Range<Int>) {
    let figures = [
      (begins(call), 9), (FigureText.minutes(call.length), 19),
      (call.shareOfTalk.map(FigureText.percent) ?? glyphs.missing, 28),
      (call.interruptions.map { "\($0)" } ?? glyphs.missing, 40),
    ]
    for (text, end) in figures { canvas.put(text, row: row, endingAt: columns.lowerBound + end) }
  }

  /// When a call began: by the clock, or in the recording.
  func begins(_ call: DayCall) -> String {
    if let minute = call.minuteOfDay { return FigureText.timeOfDay((minute / 60, minute % 60)) }
    return call.start.map(FigureText.minutes) ?? glyphs.missing
  }

  private var sums: String {
    let day = state.day
    guard day.count > 0 else { return "no call yet" }
    let share = day.shareOfTalk.map { ", agent \(FigureText.percent($0)) of the talk" } ?? ""
    return "\(FigureText.count(day.count, "call")), \(FigureText.minutes(day.time))\(share)"
  }

  /// The agent's interruptions beside what is usual and the goal, scaled to the time of the calls.
  private var comparisons: [(text: String, isOver: Bool)] {
    let day = state.day
    var lines: [(String, Bool)] = []
    if day.count > 0 {
      lines.append(
        (
          "agent interrupted \(day.interruptions == 1 ? "once" : "\(day.interruptions) times")",
          false
        ))
    }
    if let usual = day.usual {
      let rate = FigureText.decimal(usual.interruptionsPerHour, places: 1)
      let number = FigureText.decimal(day.expected(usual.interruptionsPerHour), places: 0)
      let soFar = day.count > 0 ? "usual by now: \(number), " : "usual: "
      let share = FigureText.percent(usual.shareOfTalk)
      lines.append(("\(soFar)\(rate) an hour, \(share) of the talk (\(usual.days) days)", false))
    }
    if let goal = day.goal, let isOver = day.exceedsGoal {
      let rate = FigureText.plain(goal)
      let verdict = day.count == 0 ? "" : isOver ? ": missed so far" : ": met so far"
      lines.append(("goal: at most \(rate) an hour\(verdict)", isOver))
    }
    return lines
  }
}
