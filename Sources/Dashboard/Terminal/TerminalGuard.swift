import Glibc
import Synchronization

/// Gives the terminal back at every end of the process, even one by a signal or a crash.
///
/// Signal handlers come here at any moment: everything they use is set up before, lies in memory
/// that is never freed, and is reached by one atomic pointer. They call nothing but functions that
/// POSIX allows there: those of `WholeTerminal`, `sigaction`, `raise`, `kill`.
enum TerminalGuard {
  /// What a handler needs.
  private struct Memory: ~Copyable {
    var terminal: WholeTerminal
    let signals = SignalRecord()
  }

  /// The address of the memory; zero before the first use.
  private static let address = Atomic<UInt>(0)
  /// Whether the terminal is in use.
  private static let isTaken = Atomic<Bool>(false)
  /// Whether the screen has to be painted anew: its size has changed, or the process was stopped.
  private static let isStale = Atomic<Bool>(false)

  /// Takes the terminal; `leave` gives it back.
  static func enter(_ descriptor: Int32) throws(TerminalError) {
    let terminal = try WholeTerminal(descriptor)
    if let memory {
      memory.pointee.terminal = terminal
      memory.pointee.signals.forgetReceived()
    } else {
      let fresh = UnsafeMutablePointer<Memory>.allocate(capacity: 1)
      fresh.initialize(to: Memory(terminal: terminal))
      address.store(UInt(bitPattern: fresh), ordering: .releasing)
      atexit { TerminalGuard.giveBack() }
    }
    observe()
    try comeToForeground()
    take()
  }

  /// In the background stops the process until it comes to the foreground or has to end.
  private static func comeToForeground() throws(TerminalError) {
    guard let memory else { return }
    memory.pointee.signals.set(SIGTTOU, keepsIgnored: true) { _ in TerminalGuard.stop() }
    defer { memory.pointee.signals.restore(SIGTTOU) }
    while !memory.pointee.terminal.takeKeys(), !memory.pointee.signals.isEndAsked {
      guard errno == EINTR else {
        let cause = errno
        leave()
        throw TerminalError(.refused, systemError: cause)
      }
      // The signal that asks for the end may be another thread's to take.
      for _ in 0..<5 where !memory.pointee.signals.isEndAsked { poll(nil, 0, 10) }
      if memory.pointee.signals.isEndAsked { return }
    }
  }

  /// Whether the terminal is in use; takes it first where the process has come to its foreground.
  static func resume() -> Bool {
    if !isTaken.load(ordering: .relaxed) { goOn() }
    return isTaken.load(ordering: .relaxed)
  }

  /// Gives the terminal back, and the signals to their former handlers.
  static func leave() {
    giveBack()
    guard let memory else { return }
    for number in TerminalSignals.ending + TerminalSignals.crashing + TerminalSignals.following {
      memory.pointee.signals.restore(number)
    }
  }

  /// Whether the screen has to be painted anew since the last call.
  static func takeStaleness() -> Bool { isStale.exchange(false, ordering: .relaxed) }

  private static func observe() {
    guard let memory else { return }
    for number in TerminalSignals.ending {
      memory.pointee.signals.set(number, keepsIgnored: true) { TerminalGuard.end($0) }
    }
    for number in TerminalSignals.crashing {
      memory.pointee.signals.set(number) { TerminalGuard.crash($0) }
    }
    memory.pointee.signals.set(SIGWINCH) { _ in TerminalGuard.noteStaleness() }
    memory.pointee.signals.set(SIGTSTP) { _ in TerminalGuard.stop() }
    memory.pointee.signals.set(SIGCONT) { _ in TerminalGuard.goOn() }
  }

  // MARK: - In signal handlers

  private static var memory: UnsafeMutablePointer<Memory>? {
    UnsafeMutablePointer(bitPattern: address.load(ordering: .acquiring))
  }

  private static func take() {
    guard let memory, memory.pointee.terminal.isInForeground, !memory.pointee.signals.isEndAsked
    else { return }
    isTaken.store(true, ordering: .relaxed)
    memory.pointee.terminal.enter()
  }

  private static func giveBack() {
    guard let memory, isTaken.exchange(false, ordering: .relaxed) else { return }
    memory.pointee.terminal.leave()
  }

  /// A handler that was there before sums up and ends the program in its own time, the first time.
  private static func end(_ number: Int32) {
    guard let memory else { return }
    if let former = memory.pointee.signals.receive(number) { return former(number) }
    giveBack()
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Not by the former handler: the backtrace of Swift's runtime would wait for a key.
  private static func crash(_ number: Int32) {
    giveBack()
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func noteStaleness() { isStale.store(true, ordering: .relaxed) }

  private static func stop() {
    giveBack()
    kill(getpid(), SIGSTOP)
  }

  private static func goOn() {
    guard let memory, memory.pointee.terminal.isInForeground else { return giveBack() }
    take()
    isStale.store(true, ordering: .relaxed)
  }
}
