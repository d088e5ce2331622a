// `sigset_t`, of which the headers of this module are the first to tell an optimized build.
import CRealtime
import Glibc

/// A command in a process group of its own, given some bytes on its standard input.
///
/// What it writes goes to this program's stderr, so that streams stay clean, or nowhere.
final class MonitorShellCommand {
  private let process: pid_t
  private var isReaped = false

  private init(process: pid_t) {
    self.process = process
  }

  /// Starts a command by `/bin/sh`; nil when the system refuses.
  ///
  /// At most 64 kB of input can be given.
  static func start(
    _ command: String, input: [UInt8], isQuiet: Bool
  ) -> MonitorShellCommand? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    // The pipe takes it all at once, so that a command that reads nothing delays nobody.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    _ = write(ends[1], input, input.count)
    close(ends[1])
    return spawn(["/bin/sh", "-c", command], standardInput: ends[0], isQuiet: isQuiet)
      .map { MonitorShellCommand(process: $0) }
  }

  /// Starts a program by its path and words, without a shell and without input; nil when the system
  /// refuses.
  static func start(program words: [String]) -> MonitorShellCommand? {
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard nothing >= 0 else { return nil }
    defer { close(nothing) }
    return spawn(words, standardInput: nothing, isQuiet: true)
      .map { MonitorShellCommand(process: $0) }
  }

  private static func spawn(
    _ words: [String], standardInput: Int32, isQuiet: Bool
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard let path = arguments.first ?? nil else { return nil }
    let error = posix_spawn(&process, path, &actions, &attributes, arguments, environ)
    return error == 0 ? process : nil
  }

  /// Whether it has ended; clears it away then.
  func hasEnded() -> Bool {
    if isReaped { return true }
    var status: Int32 = 0
    let result = waitpid(process, &status, WNOHANG)
    isReaped = result == process || (result < 0 && errno == ECHILD)
    return isReaped
  }

  /// Kills it and all that it has started, and clears it away.
  func kill() {
    guard !isReaped else { return }
    Glibc.kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    isReaped = true
  }
}
