import Glibc
import Synchronization

/// Gives the terminal back at every end of the process, even one by a signal or a crash.
///
/// Signal handlers come here at any moment: everything they use is set up before, lies in memory
/// that is never freed, and is reached by one atomic pointer. They call nothing but functions that
/// POSIX allows there: `tcsetattr`, `tcgetpgrp`, `write`, `poll`,
/// `sigaction`, `pthread_sigmask`, `raise`, `kill`.
enum TerminalGuard {
  /// What a handler needs.
  private struct Memory {
    var descriptor: Int32
    var usual: termios
    var raw: termios
    let enter: UnsafeMutableBufferPointer<UInt8>
    let leave: UnsafeMutableBufferPointer<UInt8>
    /// The handlers that were there before, by signal.
    let previous: UnsafeMutablePointer<sigaction>
    /// How often a signal that another handler takes has come.
    let received: UnsafeMutablePointer<Int32>
  }

  private static let signalCount = 65
  /// The address of the memory; zero before the first use.
  private static let address = Atomic<UInt>(0)
  /// Whether the terminal is in use.
  private static let isTaken = Atomic<Bool>(false)
  /// Whether the screen has to be painted anew: its size has changed, or the process was stopped.
  private static let isStale = Atomic<Bool>(false)

  /// Takes the terminal; `leave` gives it back.
  static func enter(_ descriptor: Int32) throws(TerminalError) {
    var usual = termios()
    guard tcgetattr(descriptor, &usual) == 0 else {
      throw TerminalError(.refused, systemError: errno)
    }
    var raw = usual
    // Signals of the keyboard stay: an interrupt ends the program as it does elsewhere.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    if let present = memory {
      present.pointee.descriptor = descriptor
      present.pointee.usual = usual
      present.pointee.raw = raw
      for signal in 0..<signalCount { present.pointee.received[signal] = 0 }
    } else {
      let fresh = UnsafeMutablePointer<Memory>.allocate(capacity: 1)
      let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: signalCount)
      previous.initialize(repeating: sigaction(), count: signalCount)
      let received = UnsafeMutablePointer<Int32>.allocate(capacity: signalCount)
      received.initialize(repeating: 0, count: signalCount)
      fresh.initialize(
        to: Memory(
          descriptor: descriptor, usual: usual, raw: raw, enter: bytes(of: TerminalModes.enter),
          leave: bytes(of: TerminalModes.leave), previous: previous, received: received))
      address.store(UInt(bitPattern: fresh), ordering: .releasing)
      atexit { TerminalGuard.giveBack() }
    }
    observe()
    try comeToForeground(descriptor, raw)
    take()
  }

  /// In the background stops the process until it comes to the foreground or has to end.
  private static func comeToForeground(
    _ descriptor: Int32, _ raw: termios
  ) throws(TerminalError) {
    guard let previous = memory?.pointee.previous else { return }
    set(SIGTTOU, { _ in TerminalGuard.stop() }, previous: previous + Int(SIGTTOU))
    if previous[Int(SIGTTOU)].isIgnored { sigaction(SIGTTOU, previous + Int(SIGTTOU), nil) }
    defer { sigaction(SIGTTOU, previous + Int(SIGTTOU), nil) }
    var raw = raw
    while tcsetattr(descriptor, TCSANOW, &raw) != 0, !isEndAsked {
      guard errno == EINTR else {
        let cause = errno
        leave()
        throw TerminalError(.refused, systemError: cause)
      }
      // The signal that asks for the end may be another thread's to take.
      for _ in 0..<5 where !isEndAsked { poll(nil, 0, 10) }
      if isEndAsked { return }
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
      sigaction(number, memory.pointee.previous + Int(number), nil)
    }
  }

  /// Whether the screen has to be painted anew since the last call.
  static func takeStaleness() -> Bool { isStale.exchange(false, ordering: .relaxed) }

  private static func bytes(of text: String) -> UnsafeMutableBufferPointer<UInt8> {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = copy.initialize(fromContentsOf: text.utf8)
    return copy
  }

  private static func observe() {
    guard let memory else { return }
    let previous = memory.pointee.previous
    for number in TerminalSignals.ending {
      set(number, { TerminalGuard.end($0) }, previous: previous + Int(number))
      // A signal that is ignored, as under nohup, stays so.
      if previous[Int(number)].isIgnored { sigaction(number, previous + Int(number), nil) }
    }
    for number in TerminalSignals.crashing {
      set(number, { TerminalGuard.crash($0) }, previous: previous + Int(number))
    }
    set(SIGWINCH, { _ in TerminalGuard.noteStaleness() }, previous: previous + Int(SIGWINCH))
    set(SIGTSTP, { _ in TerminalGuard.stop() }, previous: previous + Int(SIGTSTP))
    set(SIGCONT, { _ in TerminalGuard.goOn() }, previous: previous + Int(SIGCONT))
  }

  private static func set(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void,
    previous: UnsafeMutablePointer<sigaction>
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_ONSTACK
    sigaction(number, &action, previous)
  }

  // MARK: - In signal handlers

  private static var memory: UnsafeMutablePointer<Memory>? {
    UnsafeMutablePointer(bitPattern: address.load(ordering: .acquiring))
  }

  private static func take() {
    guard let memory, isInForeground, !isEndAsked else { return }
    isTaken.store(true, ordering: .relaxed)
    tcsetattr(memory.pointee.descriptor, TCSANOW, &memory.pointee.raw)
    write(memory.pointee.enter, to: memory.pointee.descriptor)
  }

  private static func giveBack() {
    guard let memory,
      isTaken.exchange(false, ordering: .relaxed)
    else { return }
    // In the background the screen is still to be left, but the keyboard is the shell's.
    var stopping = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&stopping)
    sigaddset(&stopping, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stopping, &blocked)
    write(memory.pointee.leave, to: memory.pointee.descriptor)
    if isInForeground {
      tcsetattr(memory.pointee.descriptor, TCSANOW, &memory.pointee.usual)
    }
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
  }

  /// Whether the process may use the terminal, as it may one without job control.
  private static var isInForeground: Bool {
    guard let memory else { return false }
    let group = tcgetpgrp(memory.pointee.descriptor)
    return group < 0 || group == getpgrp()
  }

  /// Whether a signal that ends the program has come.
  private static var isEndAsked: Bool {
    guard let memory else { return false }
    return (0..<signalCount).contains { memory.pointee.received[$0] > 0 }
  }

  /// Writes as much as the terminal takes within a second.
  private static func write(_ bytes: UnsafeMutableBufferPointer<UInt8>, to descriptor: Int32) {
    var written = 0
    var attempts = 50
    while written < bytes.count, attempts > 0 {
      guard let start = bytes.baseAddress else { return }
      let count = Glibc.write(descriptor, start + written, bytes.count - written)
      if count > 0 {
        written += count
      } else {
        attempts -= 1
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&entry, 1, 20)
      }
    }
  }

  /// A handler that was there before sums up and ends the program in its own time, the first time.
  private static func end(_ number: Int32) {
    guard let memory else { return }
    let former = memory.pointee.previous[Int(number)]
    let isFirst = memory.pointee.received[Int(number)] == 0
    memory.pointee.received[Int(number)] += 1
    if isFirst, former.sa_flags & SA_SIGINFO == 0,
      let handler = former.__sigaction_handler.sa_handler
    {
      return handler(number)
    }
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
    guard isInForeground else { return giveBack() }
    take()
    isStale.store(true, ordering: .relaxed)
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    sa_flags & SA_SIGINFO == 0
      && unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
