import Glibc

/// A terminal as it was found, and as one picture on the whole of it needs it.
///
/// Signal handlers use it: everything lies in the value itself, and it calls only functions that
/// POSIX allows there: `tcsetattr`, `tcgetpgrp`, `write`, `poll`, `pthread_sigmask`.
struct WholeTerminal {
  private let descriptor: Int32
  private let usual: termios
  private let raw: termios
  private let enterSequence = TerminalModes.enter
  private let leaveSequence = TerminalModes.leave

  /// Reads how the terminal is, and changes nothing.
  init(_ descriptor: Int32) throws(TerminalError) {
    var usual = termios()
    guard tcgetattr(descriptor, &usual) == 0 else {
      throw TerminalError(.refused, systemError: errno)
    }
    var raw = usual
    // Signals of the keyboard stay: an interrupt ends the program as it does elsewhere.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    self.descriptor = descriptor
    self.usual = usual
    self.raw = raw
  }

  /// Whether the process may use it, as it may one without job control.
  var isInForeground: Bool {
    let group = tcgetpgrp(descriptor)
    return group < 0 || group == getpgrp()
  }

  /// Makes keys come one by one; false, with the reason in `errno`, where that may not be.
  ///
  /// In the background it stops the process, unless it handles that signal.
  func takeKeys() -> Bool { set(raw) }

  /// Takes keys and screen.
  func enter() {
    _ = takeKeys()
    write(enterSequence)
  }

  /// Leaves the screen and, in the foreground, gives the keys back.
  func leave() {
    // In the background the screen is still to be left, but the keyboard is the shell's.
    var stopping = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&stopping)
    sigaddset(&stopping, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stopping, &blocked)
    write(leaveSequence)
    if isInForeground { _ = set(usual) }
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
  }

  private func set(_ state: termios) -> Bool {
    var state = state
    return tcsetattr(descriptor, TCSANOW, &state) == 0
  }

  /// Writes as much as the terminal takes within a second.
  private func write(_ sequence: StaticString) {
    let length = sequence.utf8CodeUnitCount
    var written = 0
    var attempts = 50
    while written < length, attempts > 0 {
      let count = Glibc.write(descriptor, sequence.utf8Start + written, length - written)
      if count > 0 {
        written += count
      } else {
        attempts -= 1
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&entry, 1, 20)
      }
    }
  }
}
