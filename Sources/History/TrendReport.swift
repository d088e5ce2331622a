import Conversation
public import Reporting
import Wording

/// Listening over days or weeks as a text chart, a line a period.
public struct TrendReport: Sendable {
  private let title: String
  private let periods: [TrendPeriod]
  private let style: ReportStyle

  private static let labelWidth = 13
  private static let deadAirWidth = 10
  /// Calls, time, share, interruptions of the agent and wait.
  private static let figuresWidth = 7 + 9 + 7 + 15 + 9
  /// The columns of a bar and the gap behind it at least.
  private static let leastBarWidth = 6

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
      let note = "* under five calls or twenty minutes: too few to compare"
      lines.append(style.paint("  " + note, .quiet))
    }
    return lines + words
  }

  /// The figures of agents' words, a line for each period; none if no call has words.
  private var words: [String] {
    guard periods.contains(where: { $0.words.calls > 0 }) else { return [] }
    let headings =
      "  of calls with words".padded(to: 22) + "questions".aligned(right: 13)
      + "open, at least".aligned(right: 15) + "played back".aligned(right: 13)
    return [style.paint(headings, .quiet)]
      + periods.map { period in
        let label = "  " + period.label.padded(to: Self.labelWidth - 2)
        guard period.words.calls > 0 else { return label + "     not measured" }
        let sums = period.words
        return label + "\(sums.calls)".aligned(right: 9) + rate(sums.words.questions, sums)
          + "\(sums.words.openQuestions)".aligned(right: 15)
          + "\(sums.words.playbacks)".aligned(right: 13)
      }
  }

  private func rate(_ count: Int, _ sums: WordSums) -> String {
    let rate = sums.hourly(count).map { " (\(FigureText.decimal($0, places: 1))/h)" } ?? ""
    return "\(count)\(rate)".aligned(right: 13)
  }

  /// The columns that bars and dead air share; narrow charts have neither bars nor dead air.
  private var spareWidth: Int { style.textWidth - Self.labelWidth - Self.figuresWidth }

  private var hasDeadAir: Bool { spareWidth >= Self.deadAirWidth }

  /// The columns of a bar and the gap behind it; 0 where there is no room for it.
  private var barWidth: Int {
    let width = spareWidth - Self.deadAirWidth
    return width >= Self.leastBarWidth ? width : 0
  }

  private var headings: String {
    let talk =
      barWidth == 0
      ? "talks".aligned(right: 7) : "  " + "agent talks".padded(to: barWidth + 5)
    return "".padded(to: Self.labelWidth) + "calls".aligned(right: 6) + " "
      + "time".aligned(right: 9) + talk + "interrupts".aligned(right: 15)
      + "waits".aligned(right: 9) + (hasDeadAir ? "dead air".aligned(right: Self.deadAirWidth) : "")
  }

  private func line(_ period: TrendPeriod) -> String {
    let missing = style.glyphs.missing
    return "  " + period.label.padded(to: Self.labelWidth - 2)
      + "\(period.calls)".aligned(right: 6) + (period.isSmall ? "*" : " ")
      + FigureText.clock(seconds: Int(period.time.seconds)).aligned(right: 9) + talk(period)
      + interruptions(period).aligned(right: 15)
      + (period.wait.map(FigureText.seconds) ?? missing).aligned(right: 9)
      + (hasDeadAir ? deadAir(period).aligned(right: Self.deadAirWidth) : "")
  }

  /// The agent's share, behind its bar where there is room for one.
  private func talk(_ period: TrendPeriod) -> String {
    let share = period.share.map(FigureText.percent) ?? style.glyphs.missing
    guard barWidth > 0 else { return share.aligned(right: 7) }
    let bar = period.share.map { style.glyphs.bar($0, columns: barWidth - 1) } ?? ""
    return "  " + style.paint(bar, .agent) + String(repeating: " ", count: barWidth - 1 - bar.count)
      + share.aligned(right: 6)
  }

  private func deadAir(_ period: TrendPeriod) -> String {
    period.time > .zero
      ? FigureText.percent(period.deadAir.seconds / period.time.seconds) : style.glyphs.missing
  }

  /// The agent's interruptions: a rate where there are enough of them.
  private func interruptions(_ period: TrendPeriod) -> String {
    let count = "\(period.interruptions.agent)"
    return period.hourly(.agent).map {
      "\(count) (\(FigureText.decimal($0, places: 1))/h)"
    } ?? count
  }

  /// What the column "waits" holds, in lines as wide as the chart.
  public static func waitNote(_ style: ReportStyle) -> [String] {
    TeamWords.waitNote.wrapped(to: style.textWidth)
  }

  /// What can be said of the last weeks; nil for too few calls.
  public static func words(on change: TeamChange?) -> String? {
    change.map { "Interruptions, \(TeamWords.weeks($0.weeks)): \(TeamWords.change($0))." }
  }
}
