import Conversation

/// Listening over days or weeks as a text chart, a line a period.
public struct TrendReport: Sendable {
  private let title: String
  private let periods: [TrendPeriod]
  private let style: ReportStyle

  private static let labelWidth = 13
  /// Calls, time, share, interruptions of both, wait and dead air.
  private static let figuresWidth = 7 + 9 + 7 + 15 + 9 + 10

  /// Creates the chart of some periods, the oldest first.
  public init(_ periods: [TrendPeriod], title: String, style: ReportStyle = ReportStyle()) {
    self.periods = periods
    self.title = title
    self.style = style
  }

  /// The lines of the chart; none without a period.
  public var lines: [String] {
    guard !periods.isEmpty else { return [] }
    var lines = [style.paint(title, .title), style.paint(headings, .quiet)]
    lines += periods.map(line)
    if periods.contains(where: \.isSmall) {
      let note = "* fewer than five calls or twenty minutes: chance decides"
      lines.append(style.paint("  " + note, .quiet))
    }
    return lines
  }

  private var barWidth: Int {
    max(6, style.textWidth - Self.labelWidth - Self.figuresWidth)
  }

  private var headings: String {
    "".padded(to: Self.labelWidth) + "calls".aligned(right: 6) + " " + "time".aligned(right: 9)
      + "  " + "agent talks".padded(to: barWidth + 5) + "interrupts".aligned(right: 15)
      + "waits".aligned(right: 9) + "dead air".aligned(right: 10)
  }

  private func line(_ period: TrendPeriod) -> String {
    let missing = style.glyphs.missing
    let bar = period.share.map { style.glyphs.bar($0, columns: barWidth - 1) } ?? ""
    let share = period.share.map(FigureText.percent) ?? missing
    let deadAir =
      period.time > .zero
      ? FigureText.percent(period.deadAir.seconds / period.time.seconds) : missing
    return "  " + period.label.padded(to: Self.labelWidth - 2)
      + "\(period.calls)".aligned(right: 6) + (period.isSmall ? "*" : " ")
      + FigureText.clock(seconds: Int(period.time.seconds)).aligned(right: 9) + "  "
      + style.paint(bar, .agent) + String(repeating: " ", count: barWidth - 1 - bar.count)
      + share.aligned(right: 6) + interruptions(period).aligned(right: 15)
      + (period.wait.map(FigureText.seconds) ?? missing).aligned(right: 9)
      + deadAir.aligned(right: 10)
  }

  /// The agent's interruptions: a rate where there are enough of them.
  private func interruptions(_ period: TrendPeriod) -> String {
    let count = "\(period.interruptions.agent)"
    return period.hourly(.agent).map {
      "\(count) (\(FigureText.decimal($0, places: 1))/h)"
    } ?? count
  }
}
