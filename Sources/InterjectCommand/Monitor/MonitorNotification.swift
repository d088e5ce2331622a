import CRealtime
import Conversation
import Glibc
import Interject
import Reporting

/// `--notify`: a word to the agent as a notification of the desktop, by `notify-send`.
///
/// It says what the rule says and nothing more: no names, no words of the call. Nothing waits for it.
final class MonitorNotification: MonitorOutput {
  /// The least nanoseconds between two notifications.
  private static let interval: Int64 = 10_000_000_000
  /// The nanoseconds after which a notification that has not been taken is given up.
  private static let patience: Int64 = 5_000_000_000
  /// How long a notification stays, in milliseconds.
  private static let shown = 10_000

  /// Where the program is; nil where there is none.
  private let program: String?
  private let now: () -> Int64
  private var clock: EventClock
  private var running: (command: MonitorShellCommand, deadline: Int64)?
  private var last: Int64?
  private var unsaid: [String] = []

  /// Looks for the program on a search path.
  init(
    path: String = getenv("PATH").map { String(cString: $0) } ?? "",
    clock: EventClock = EventClock(), now: @escaping () -> Int64 = ij_clock_monotonic
  ) {
    self.now = now
    self.clock = clock
    program = path.split(separator: ":").lazy.map { "\($0)/notify-send" }
      .first { access($0, X_OK) == 0 }
    if program == nil {
      unsaid.append(
        "--notify: there is no notify-send on PATH, so nothing is shown; install libnotify-bin")
    }
  }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {}

  func take(_ event: Event) throws(CommandFailure) {
    clock.follow(event)
    switch event.kind {
    case .guidance(let nudge): notify(StatusLineText.words(nudge, clock: clock))
    case .nothingHeard(let party, _): notify(StatusLineText.nothingHeard(party))
    default: break
    }
  }

  func notices() -> [String] {
    defer { unsaid = [] }
    return unsaid
  }

  func whenIdle() throws(CommandFailure) -> Int? {
    reap()
    return running == nil ? nil : 500
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    // One that was just started is given a moment; none is left behind.
    for _ in 0..<20 where running != nil {
      ij_sleep(10_000_000)
      reap()
    }
    running?.command.kill()
    running = nil
  }

  private func notify(_ words: String) {
    guard let program else { return }
    reap()
    let time = now()
    guard running == nil, last.map({ time - $0 >= Self.interval }) ?? true else { return }
    last = time
    let command = MonitorShellCommand.start(program: [
      program, "--app-name=Interject", "--expire-time=\(Self.shown)", "--", "Interject", words,
    ])
    running = command.map { ($0, time + Self.patience) }
  }

  private func reap() {
    guard let running else { return }
    if running.command.hasEnded() {
      self.running = nil
    } else if now() >= running.deadline {
      running.command.kill()
      self.running = nil
    }
  }
}
