import ArgumentParser
import History
import Interject
import Reporting

/// `interject trends`: listening over days and weeks.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Shows how listening changes over days and weeks.",
    discussion: """
      Without arguments it reads the calls that monitor --save has saved. Results are JSON reports \
      of analyze, or folders of them; in folders it reads the files that end in .json and skips the \
      other formats of analyze. Each call counts once; calls without a date are left out of the \
      charts.
      """)

  @Argument(help: "JSON reports, or folders of them.", completion: .file())
  var results: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many days to show.", valueName: "number"))
  var days = 14

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many weeks to show.", valueName: "number"))
  var weeks = 12

  @Option(help: ArgumentHelp("Only the calls of this agent.", valueName: "name"))
  var agent: String?

  @Option(help: "What to write: text, csv, json or html.")
  var format = Format.text

  /// The forms of the charts.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, html
  }

  func validate() throws {
    for (option, number) in [("--days", days), ("--weeks", weeks)] where number < 0 {
      throw ValidationError("\(option) \(number): write 0 or more.")
    }
  }

  func run() throws {
    let calls: [SavedCall]?
    do throws(HistoryError) {
      calls = try readCalls()
    } catch {
      throw CommandFailure(error)
    }
    var output = OutputFile.standard
    if let calls {
      try output.append(bytes(of: try chosen(calls)))
    } else {
      try output.append(lines: [
        "No calls are saved yet; interject monitor --save saves the figures of each call."
      ])
    }
    try output.flush()
  }

  /// The calls that are named, or kept; nil where none are kept yet.
  private func readCalls() throws(HistoryError) -> [SavedCall]? {
    guard results.isEmpty else { return try SavedCallFiles(of: results).calls }
    let files = try CallHistory.personal().files()
    guard !files.isEmpty else { return nil }
    var saved = SavedCallFiles()
    saved.read(files)
    return saved.calls
  }

  private func chosen(_ calls: [SavedCall]) throws -> [SavedCall] {
    guard let agent else { return calls }
    let own = calls.filter { $0.agent == agent }
    guard !own.isEmpty else {
      throw CommandFailure(
        exitCode: 66,
        message: "--agent \(agent): no call names that agent; analyze with --agent-id or a manifest"
      )
    }
    return own
  }

  private func bytes(of calls: [SavedCall]) -> [UInt8] {
    let trend = ListeningTrend(calls)
    if trend.repeated > 0 {
      let words = trend.repeated == 1 ? "file repeats" : "files repeat"
      StandardError.write(
        "interject: \(trend.repeated) \(words) a call of another file, going by its start "
          + "and figures; each call counts once\n")
    }
    let days = trend.periods(by: .day, last: days)
    let weeks = trend.periods(by: .week, last: weeks)
    let change = trend.change()
    switch format {
    case .text:
      let style = ReportStyle.terminal
      let daily = TrendReport(days, title: "Listening by day", style: style).lines
      let weekly = TrendReport(weeks, title: "Listening by week", style: style).lines
      let blank = daily.isEmpty || weekly.isEmpty ? [] : [""]
      let direction = TrendReport.words(on: change).map { [$0] } ?? []
      let wait = daily.isEmpty ? [] : TrendReport.waitNote(style)
      let lines = daily + blank + weekly + direction + wait + notes(on: trend)
      return Array(lines.map { $0 + "\n" }.joined().utf8)
    case .csv: return Array(TrendTables.csv(days: days, weeks: weeks).utf8)
    case .json: return TrendTables.json(days: days, weeks: weeks, change: change)
    case .html:
      return TrendPage(
        days: days, weeks: weeks, change: change, of: agent, notes: notes(on: trend),
        commands: .interject
      ).bytes
    }
  }

  private func notes(on trend: ListeningTrend) -> [String] {
    var notes: [String] = []
    if trend.undated > 0 {
      notes.append(
        "Calls left out for want of a date: \(trend.undated); analyze gives one with --started.")
    }
    if trend.unreliable > 0 {
      notes.append("Calls left out for unreliable figures: \(trend.unreliable).")
    }
    return notes
  }
}

extension CommandFailure {
  init(_ error: HistoryError) {
    let code: Int32 =
      switch error.code {
      case .notFound, .noResult: 66
      case .notResult, .notAnswers, .unknownSchema, .impossibleDate, .tooLarge: 65
      case .unreadable, .unwritable, .noHome: 74
      }
    self.init(exitCode: code, message: error.withCommands)
  }
}
