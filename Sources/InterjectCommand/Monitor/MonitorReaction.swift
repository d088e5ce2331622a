import ArgumentParser
import Conversation
import Reporting

/// `--on EVENT=COMMAND`: a shell command that an event of a kind starts.
struct MonitorReaction: Equatable {
  /// The names of the events that can be waited for.
  static let events: [String] = EventName.allCases.map(\.rawValue) + ["summary"]

  let event: String
  let command: String

  /// Reads an argument of `--on`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw ValidationError("write EVENT=COMMAND, such as interruption='notify-send Listen'.")
    }
    event = String(parts[0])
    command = String(parts[1])
    guard MonitorReaction.events.contains(event) else {
      let known = MonitorReaction.events.joined(separator: ", ")
      throw ValidationError("there is no event \(event); write one of \(known).")
    }
  }
}
