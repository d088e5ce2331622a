import ArgumentParser
import History

/// `interject history`: the calls that were saved.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists saved calls, shows one, or forgets one.",
    discussion: """
      Calls are saved by "monitor --save". Numbers count from the newest call, which is 1. \
      "interject trends" charts the calls of days and weeks.
      """,
    subcommands: [HistoryListCommand.self, HistoryShowCommand.self, HistoryForgetCommand.self],
    defaultSubcommand: HistoryListCommand.self)

  /// The saved calls, the newest first.
  static func calls() throws(CommandFailure) -> (history: CallHistory, calls: [KeptCall]) {
    do {
      let history = try CallHistory.personal()
      return (history, try history.calls())
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The call of a number.
  static func call(_ number: Int, of calls: [KeptCall]) throws(CommandFailure) -> KeptCall {
    guard let call = calls.first(where: { $0.number == number }) else {
      throw CommandFailure(
        exitCode: 66,
        message: calls.isEmpty
          ? "there is no call \(number): none is saved; monitor --save saves each call's figures"
          : "there is no call \(number): saved are 1 to \(calls.count); see interject history")
    }
    return call
  }
}
