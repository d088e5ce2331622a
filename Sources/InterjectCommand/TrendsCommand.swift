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
      of analyze, or folders of them; calls without a date are left out of the charts.
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
    let files = try results.isEmpty ? CallHistory.personal().files() : named()
    guard !files.isEmpty else {
      return ["No calls are kept yet; interject monitor --save keeps the figures of each call."]
    }
    var calls: [SavedCall] = []
    for file in files {
      do throws(HistoryError) {
        calls.append(try read(file))
      } catch {
        // One damaged file must not hide the others; a file that is named is meant.
        guard !results.contains(file) else { throw error }
        StandardError.write("interject: \(file): not a call's figures; it was left out\n")
      }
    }
    let trend = ListeningTrend(calls)
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

  /// The files named, and those in the folders named.
  private func named() throws(HistoryError) -> [String] {
    var files: [String] = []
    for place in results {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        throw HistoryError(.notFound, at: place)
      }
      guard isFolder.boolValue else {
        files.append(place)
        continue
      }
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: place)
      } catch {
        throw HistoryError(.unreadable, at: place)
      }
      files += names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        .map { "\(place)/\($0)" }
    }
    return files
  }

  private func read(_ file: String) throws(HistoryError) -> SavedCall {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw HistoryError(.unreadable, at: file)
    }
    return try SavedCall(json: data, name: file)
  }
}

extension CommandFailure {
  init(_ error: HistoryError) {
    let code: Int32 =
      switch error.code {
      case .notFound: 66
      case .notResult: 65
      case .unreadable, .unwritable, .noHome: 74
      }
    self.init(exitCode: code, message: error.description)
  }
}
