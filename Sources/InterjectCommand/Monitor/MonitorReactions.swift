import CRealtime
import Conversation
import Glibc
import Reporting

/// Starts the commands of `--on`, at most one a second for each, and ends those that take too long.
///
/// Nothing here waits for a command, except for the last ones at the end and no longer than their
/// time limit.
final class MonitorReactions {
  /// The limits of a command.
  struct Limits {
    /// The least nanoseconds between two starts of the same command.
    var interval: Int64 = 1_000_000_000
    /// The nanoseconds after which a command is killed.
    var length: Int64 = 5_000_000_000
  }

  private let reactions: [MonitorReaction]
  /// Whether what the commands write is dropped, so that it spoils no screen.
  private let isQuiet: Bool
  private let limits: Limits
  private let now: () -> Int64
  private var lastStarts: [Int64?]
  private var running: [(index: Int, command: MonitorShellCommand, deadline: Int64)] = []
  private var lines = JSONLines()
  /// The times that a command was left out, because it still ran or had just run.
  private(set) var leftOut = 0
  /// The commands that were killed.
  private(set) var killed = 0
  /// The commands that could not be started.
  private(set) var failed = 0

  init(
    _ reactions: [MonitorReaction], isQuiet: Bool = false, limits: Limits = Limits(),
    now: @escaping () -> Int64 = ij_clock_monotonic
  ) {
    self.reactions = reactions
    self.isQuiet = isQuiet
    self.limits = limits
    self.now = now
    lastStarts = Array(repeating: nil, count: reactions.count)
  }

  /// Whether commands run that have to be looked after.
  var isBusy: Bool { !running.isEmpty }

  /// Starts what waits for such an event.
  func take(_ event: Event) {
    let name = event.kind.entry.name.rawValue
    guard reactions.contains(where: { $0.event == name }) else { return }
    lines.removeAll()
    lines.append(event)
    start(name)
  }

  /// Starts what waits for the end.
  func take(_ summary: Summary) {
    guard reactions.contains(where: { $0.event == "summary" }) else { return }
    lines.removeAll()
    lines.append(summary)
    start("summary")
  }

  /// Looks after what runs: clears away what has ended and kills what is late.
  func reap() {
    let time = now()
    running.removeAll { entry in
      if entry.command.hasEnded() { return true }
      guard time >= entry.deadline else { return false }
      entry.command.kill()
      killed += 1
      return true
    }
  }

  /// Waits for what still runs, no longer than its time limit.
  func finish() {
    reap()
    while isBusy {
      ij_sleep(10_000_000)
      reap()
    }
  }

  /// What went wrong, in one line; nil when nothing did.
  var complaint: String? {
    var parts: [String] = []
    if leftOut > 0 {
      parts.append("\(leftOut) skipped, because the same command ran or had just run")
    }
    if killed > 0 { parts.append("\(killed) killed after \(limits.length / 1_000_000_000) s") }
    if failed > 0 { parts.append("\(failed) could not be started") }
    return parts.isEmpty ? nil : "commands of --on: " + parts.joined(separator: "; ")
  }

  private func start(_ name: String) {
    reap()
    let time = now()
    for (index, reaction) in reactions.enumerated() where reaction.event == name {
      let isTooSoon = lastStarts[index].map { time - $0 < limits.interval } ?? false
      guard !isTooSoon, !running.contains(where: { $0.index == index }) else {
        leftOut += 1
        continue
      }
      lastStarts[index] = time
      if let command = MonitorShellCommand.start(
        reaction.command, input: lines.bytes, isQuiet: isQuiet)
      {
        running.append((index, command, time + limits.length))
      } else {
        failed += 1
      }
    }
  }
}
