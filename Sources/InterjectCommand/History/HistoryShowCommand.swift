import ArgumentParser
import FoundationEssentials
import History
import Reporting

/// `interject history show`: the figures of a saved call.
struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the figures of a saved call.",
    discussion: "A saved call has its figures; moments and audio are not kept.")

  @Argument(help: ArgumentHelp("The number of the call in the list, or its id.", valueName: "call"))
  var name: String

  @Option(help: "What to write: text, or json for the saved file.")
  var format = HistoryFormat.text

  func run() throws {
    let calls = try HistoryCommand.calls().calls
    let call = try HistoryCommand.call(name, of: calls)
    var output = OutputFile.standard
    let lines: [String]
    do {
      lines = try KeptCallText(style: .terminal).report(call, of: calls.count)
    } catch {
      throw CommandFailure(error)
    }
    switch format {
    case .text: try output.append(lines: lines)
    case .json:
      try output.append([UInt8](FileManager.default.contents(atPath: call.path) ?? Data()))
    }
    try output.flush()
  }
}
