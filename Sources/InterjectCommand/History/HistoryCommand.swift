import ArgumentParser
import History

/// `interject history`: the calls that were saved.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists saved calls, shows one, or forgets one.",
    discussion: """
      Calls are saved by "monitor --save". Numbers count from the newest call, which is 1; they change \
      with every call that is saved or forgotten. A call's id, which show and --format json print, \
      never changes. "interject trends" charts the calls of days and weeks.
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

  /// The call of a number in the list, or of an id.
  static func call(_ name: String, of calls: [KeptCall]) throws(CommandFailure) -> KeptCall {
    let number = Int(name)
    if let call = calls.first(where: { $0.id == name || $0.number == number }) { return call }
    guard number != nil || isID(name) else {
      throw CommandFailure(
        exitCode: 64,
        message: "'\(name)' is not a call: give its number in the list or its id; see interject "
          + "history")
    }
    throw CommandFailure(
      exitCode: 66,
      message: calls.isEmpty
        ? "there is no call \(name): no calls are saved; monitor --save saves each call's figures"
        : "there is no call \(name): the saved calls are 1 to \(calls.count); see interject history"
    )
  }

  private static func isID(_ name: String) -> Bool {
    name.wholeMatch(of: /\d{8}T\d{6}Z(-\d+)?/) != nil
  }
}
