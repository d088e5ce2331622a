import ArgumentParser
import Glibc
import History
import Reporting

/// `interject history forget`: removes saved calls.
struct HistoryForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Removes saved calls, with the flags marked in them.",
    discussion: """
      It asks before it removes anything; elsewhere than on a terminal --force is needed. The numbers \
      are those of the list as it was before.
      """)

  @Argument(help: "The numbers of the calls in the list.")
  var numbers: [Int]

  @Flag(help: "Remove them without asking.")
  var force = false

  func run() throws {
    let (history, all) = try HistoryCommand.calls()
    // All are known before any is removed.
    var calls: [KeptCall] = []
    for number in numbers where !calls.contains(where: { $0.number == number }) {
      calls.append(try HistoryCommand.call(number, of: all))
    }
    let noun = calls.count == 1 ? "this call" : "these \(calls.count) calls"
    if !force {
      guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal else {
        throw CommandFailure(
          exitCode: 64, message: "nothing was removed: nobody can be asked here; add --force")
      }
      for line in KeptCallText(style: .terminal).list(calls) { StandardError.write(line + "\n") }
      guard CheckQuestion.ask("Remove \(noun) for good?", usually: false) else {
        StandardError.write("Nothing was removed.\n")
        return
      }
    }
    do {
      for call in calls { try history.forget(call) }
    } catch {
      throw CommandFailure(error)
    }
  }
}
