import ArgumentParser
import Foundation
import Interject
import Reporting

/// `interject trends`: listening over days and weeks.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Shows how listening changes over days and weeks.",
    discussion: """
      Without arguments it reads the calls that monitor --save has kept. Results are JSON reports \
      of analyze, or folders of them, of which it reads the files that end in .json; the other \
      formats of analyze are passed over. A call counts once; calls without a date are left out of \
      the charts.
      """)

  @Argument(help: "JSON reports, or folders of them.")
  var results: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The days to show.", valueName: "number"))
  var days = 14

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The weeks to show.", valueName: "number"))
  var weeks = 12

  func validate() throws {
    for (option, number) in [("--days", days), ("--weeks", weeks)] where number < 0 {
      throw ValidationError("\(option) \(number): write a number from 0.")
    }
  }

  func run() throws {
    var lines: [String]
    do throws(HistoryError) {
      lines = try report()
    } catch {
      throw CommandFailure(error)
    }
    var output = OutputFile.standard
    try output.append(lines: lines)
    try output.flush()
  }

  private func report() throws(HistoryError) -> [String] {
    let calls: [SavedCall]
    if results.isEmpty {
      let files = try CallHistory.personal().files()
      guard !files.isEmpty else {
        return ["No calls are kept yet; interject monitor --save keeps the figures of each call."]
      }
      var reports = CallReports()
      reports.read(files)
      calls = reports.calls
    } else {
      calls = try CallReports(of: results).calls
    }
    let trend = ListeningTrend(calls)
    if trend.repeated > 0 {
      let words = trend.repeated == 1 ? "file tells" : "files tell"
      StandardError.write(
        "interject: \(trend.repeated) \(words) of a call that another file tells of too, by its start "
          + "and figures; each call counts once\n")
    }
    let style = ReportStyle.terminal
    let daily = TrendReport(
      trend.periods(by: .day, last: days), title: "Listening by day", style: style)
    let weekly = TrendReport(
      trend.periods(by: .week, last: weeks), title: "Listening by week", style: style)
    let blank = daily.lines.isEmpty || weekly.lines.isEmpty ? [] : [""]
    return daily.lines + blank + weekly.lines + notes(on: trend)
  }

  private func notes(on trend: ListeningTrend) -> [String] {
    var notes: [String] = []
    if trend.undated > 0 {
      notes.append("Left out: calls without a date, \(trend.undated).")
    }
    if trend.unreliable > 0 {
      notes.append("Left out: calls with unreliable figures, \(trend.unreliable).")
    }
    return notes
  }
}

extension CommandFailure {
  init(_ error: HistoryError) {
    let code: Int32 =
      switch error.code {
      case .notFound, .noResult: 66
      case .notResult, .unknownSchema, .impossibleDate, .tooLarge: 65
      case .unreadable, .unwritable, .noHome: 74
      }
    self.init(exitCode: code, message: error.description)
  }
}
