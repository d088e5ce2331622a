import ArgumentParser
import Glibc
import History
import Reporting

/// `interject history forget`: removes saved calls.
struct HistoryForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Removes saved calls, and the flags marked in them.",
    discussion: """
      It asks before it removes anything; without a terminal, --force is needed. Numbers refer to the \
      list as it is at that moment; if a call may be saved meanwhile, give ids. It prints what it has \
      removed.
      """)

  @Argument(
    help: ArgumentHelp("The numbers of the calls in the list, or their ids.", valueName: "call"))
  var names: [String]

  @Flag(help: "Remove them without asking.")
  var force = false

  func run() throws {
    let (history, all) = try HistoryCommand.calls()
    // All are known before any is removed.
    var calls: [KeptCall] = []
    for name in names {
      let call = try HistoryCommand.call(name, of: all)
      if !calls.contains(where: { $0.id == call.id }) { calls.append(call) }
    }
    let noun = calls.count == 1 ? "this call" : "these \(calls.count) calls"
    if !force {
      guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal else {
        throw CommandFailure(
          exitCode: 64, message: "nothing was removed: there is no terminal to ask on; add --force")
      }
      for line in KeptCallText(style: .terminal).list(calls) { StandardError.write(line + "\n") }
      guard CheckQuestion.ask("Remove \(noun) for good?", usually: false) else {
        StandardError.write("Nothing was removed.\n")
        return
      }
    }
    do {
      for call in calls {
        try history.forget(call)
        StandardError.write("Removed the call \(call.id)\n")
      }
    } catch {
      throw CommandFailure(error)
    }
  }
}
