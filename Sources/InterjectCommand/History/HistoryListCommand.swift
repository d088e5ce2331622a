import ArgumentParser
import History
import Reporting

/// `interject history list`: one line per saved call.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the saved calls, the newest first.")

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show only this many of the newest.", valueName: "number"))
  var last: Int?

  @Option(help: "What to write: text or json.")
  var format = HistoryFormat.text

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last \(last): write 1 or more.") }
  }

  func run() throws {
    let all = try HistoryCommand.calls().calls
    let calls = Array(all.prefix(last ?? all.count))
    var output = OutputFile.standard
    switch format {
    case .json: try output.append(KeptCallText.json(calls))
    case .text where calls.isEmpty:
      try output.append(lines: [
        "No calls are saved yet; interject monitor --save saves the figures of each call."
      ])
    case .text: try output.append(lines: KeptCallText(style: .terminal).list(calls))
    }
    try output.flush()
  }
}
