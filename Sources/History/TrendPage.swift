import Conversation
import Pages
public import Reporting
import Wording

/// Listening over days and weeks as a page.
public struct TrendPage: Sendable {
  private let days: [TrendPeriod]
  private let weeks: [TrendPeriod]
  private let change: TeamChange?
  private let name: String?
  private let notes: [String]
  private let commands: ReaderCommands?

  /// Creates the page of some periods, the oldest first; `name` is whose calls they are.
  public init(
    days: [TrendPeriod], weeks: [TrendPeriod], change: TeamChange?, of name: String?,
    notes: [String], commands: ReaderCommands? = nil
  ) {
    self.days = days
    self.weeks = weeks
    self.change = change
    self.name = name
    self.notes = notes
    self.commands = commands
  }

  /// The page in UTF-8.
  public var bytes: [UInt8] {
    let title = name.map { "Listening of \($0) by day and week" } ?? "Listening by day and week"
    var page = Page(title: title)
    page.body.open("main")
    page.body.element("h1", title)
    page.body.element(
      "p",
      "The agent's interruptions, \(change.map { TeamWords.weeks($0.weeks) } ?? "last weeks"): "
        + "\(TeamWords.change(change)).", ["class": "verdict"])
    table("Weeks", weeks, &page.body)
    table("Days", days, &page.body)
    page.body.open("section")
    page.body.element("h2", "How this was measured, and how often it is wrong")
    for sentence in notes + [TeamWords.waitNote] + KnownError.sentences(commands) {
      page.body.element("p", sentence)
    }
    page.body.close("section")
    page.body.close("main")
    return page.bytes
  }

  private func table(_ title: String, _ periods: [TrendPeriod], _ page: inout PageText) {
    guard !periods.isEmpty else { return }
    page.open("section", ["class": "long"])
    page.element("h2", title)
    page.table(
      title,
      head: [
        "period", "calls", "time", "the agent talks", "interruptions, per hour", "waits",
        "silences",
      ],
      rows: periods.map { period in
        [
          period.label, "\(period.calls)" + (period.isSmall ? "*" : ""),
          FigureText.clock(seconds: Int(period.time.seconds)), TeamWords.percent(period.share),
          TeamWords.rate(period.hourly(.agent), period.interruptions.agent),
          TeamWords.seconds(period.wait?.seconds),
          period.time > .zero
            ? FigureText.percent(period.deadAir.seconds / period.time.seconds)
            : TeamWords.missing,
        ]
      }, numeric: [1, 2, 3, 4, 5, 6])
    if periods.contains(where: \.isSmall) {
      page.element(
        "p", "* Fewer than five calls or twenty minutes: too few calls to compare.",
        ["class": "quiet small"])
    }
    words(title, periods, &page)
    page.close("section")
  }

  /// The figures of agents' words; nothing if no call has words.
  private func words(_ title: String, _ periods: [TrendPeriod], _ page: inout PageText) {
    guard periods.contains(where: { $0.words.calls > 0 }) else { return }
    page.table(
      "\(title), words",
      head: [
        "period", "calls with words", "questions, an hour", "open questions, at least",
        "playing back, possible",
      ],
      rows: periods.map { period in
        let sums = period.words
        guard sums.calls > 0 else {
          return [period.label, "0"] + Array(repeating: "not measured", count: 3)
        }
        return [
          period.label, "\(sums.calls)",
          TeamWords.rate(sums.hourly(sums.words.questions), sums.words.questions),
          "\(sums.words.openQuestions)", "\(sums.words.playbacks)",
        ]
      }, numeric: [1, 2, 3, 4])
  }
}
