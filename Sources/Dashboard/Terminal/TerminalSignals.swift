import Glibc

/// The signals at which the terminal is given back.
enum TerminalSignals {
  /// Those that ask the process to end, and all others that end it unless they are handled.
  static let ending: [Int32] =
    [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
      SIGIO, SIGPWR, SIGSTKFLT, SIGXCPU, SIGXFSZ,
    ] + (__libc_current_sigrtmin()...__libc_current_sigrtmax())
  /// Those of a fault in the program.
  static let crashing: [Int32] = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
  /// Those of the terminal.
  static let following: [Int32] = [SIGWINCH, SIGTSTP, SIGCONT]
}
