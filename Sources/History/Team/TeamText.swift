import Conversation
public import Reporting
import Wording

/// The report on a team as text.
public struct TeamText: Sendable {
  private let report: TeamReport
  private let commands: ReaderCommands?

  /// Creates the text of a report.
  public init(_ report: TeamReport, commands: ReaderCommands? = nil) {
    self.report = report
    self.commands = commands
  }

  /// Its lines.
  public var lines: [String] {
    var lines = ["Team: \(title)", TeamWords.checked(report.estimate, commands), ""]
    guard let whole = report.whole else { return lines + [TeamWords.tooSmall] }
    lines += table(rows(whole)) + [""]
    if let disputes = TeamWords.disputes(report.undisputed, whole) { lines += [disputes, ""] }
    lines += members + weeks + moments + associations
    lines += TeamWords.omissions(report) + [TeamWords.waitNote, TeamWords.purpose]
    return lines
  }

  private var title: String {
    let calls = report.whole.map { "\($0.calls) calls" } ?? "few calls"
    guard let span = report.span else { return calls }
    return "\(calls), \(span.lowerBound.text) to \(span.upperBound.text)"
  }

  private func rows(_ figures: TeamFigures) -> [[String]] {
    TeamMeasures.rows(figures, interval: report.interval).map { ["  " + $0.name, $0.value] }
      + [["  " + TeamWords.changeName(report.change), TeamWords.change(report.change)]]
  }

  private var members: [String] {
    guard !report.members.isEmpty else { return [] }
    let rows = report.members.map { member in
      [
        "  " + member.name, "\(member.figures.calls)",
        TeamWords.rate(member.figures.takenPerHour, member.figures.taken),
        TeamWords.range(member.interval),
        member.usual.map { FigureText.decimal($0, places: 1) } ?? TeamWords.missing,
        TeamWords.percent(member.figures.share), TeamWords.seconds(member.figures.wait),
        TeamWords.mark(member.mark),
      ]
    }
    return ["Agents, by name"]
      + table([["  ", "calls", "took turn/h", "95 %", "the rest", "talks", "waits", ""]] + rows)
      + [TeamWords.markNote, ""]
  }

  private var weeks: [String] {
    guard !report.weeks.isEmpty else { return [] }
    let rows = report.weeks.suffix(12).map { week in
      [
        "  from " + week.start.text, "\(week.calls)",
        week.figures.map { TeamWords.rate($0.takenPerHour, $0.taken) } ?? "too few",
        TeamWords.percent(week.figures?.share), TeamWords.seconds(week.figures?.wait),
      ]
    }
    return ["Weeks"] + table([["  ", "calls", "took turn/h", "talks", "waits"]] + rows) + [""]
  }

  private var moments: [String] {
    let isOwn = if case .own = report.people { true } else { false }
    let shown = isOwn ? report.members.flatMap(\.moments) : report.moments
    guard report.numbered.isEmpty, !shown.isEmpty else { return [] }
    let rows = shown.map { moment in
      [
        (moment.isGood ? "  + " : "  > ") + moment.call,
        FigureText.clock(seconds: Int(moment.start)), moment.text,
      ]
    }
    return [isOwn ? "Your moments to listen to" : "Moments to listen to together"] + table(rows) + [
      ""
    ]
  }

  private var associations: [String] {
    guard !report.associations.isEmpty else { return [] }
    let rows = report.associations.map { association in
      [
        "  \(association.outcome) with \(association.measure)",
        FigureText.decimal(association.correlation, places: 2),
        TeamWords.range(association.interval, places: 2), "\(association.calls) calls",
      ]
    }
    return ["What correlates with outcomes (rank correlation, 95 %); not a cause"]
      + table(rows) + [""]
  }

  /// Columns side by side, figures flush right.
  private func table(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == 0 || column == row.count - 1
          ? cell.padded(to: widths[column]) : cell.aligned(right: widths[column])
      }.joined(separator: "  ").trimmedRight
    }
  }
}
