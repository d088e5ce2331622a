import Glibc
import Synchronization

/// Gives the terminal back at every end of the process, even one by a signal or a crash.
///
/// Signal handlers come here at any moment: everything they use is set up before, lies in memory
/// that is never freed, and is reached by one atomic pointer. They call nothing but functions that
/// POSIX allows there: `tcsetattr`, `write`, `poll`, `sigaction`, `raise`, `kill`.
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

  /// Ends by these go through their former handlers first, where there were any.
  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let crashing = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
  private static let following = [SIGWINCH, SIGTSTP, SIGCONT]

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
    take()
    observe()
  }

  /// Gives the terminal back, and the signals to their former handlers.
  static func leave() {
    giveBack()
    guard let memory else { return }
    for number in ending + crashing + following {
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
    for number in ending {
      set(number, { TerminalGuard.end($0) }, previous: previous + Int(number))
      // A signal that is ignored, as under nohup, stays so.
      if previous[Int(number)].isIgnored { sigaction(number, previous + Int(number), nil) }
    }
    for number in crashing {
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
    guard let memory else { return }
    isTaken.store(true, ordering: .relaxed)
    tcsetattr(memory.pointee.descriptor, TCSANOW, &memory.pointee.raw)
    write(memory.pointee.enter, to: memory.pointee.descriptor)
  }

  private static func giveBack() {
    guard let memory,
      isTaken.exchange(false, ordering: .relaxed)
    else { return }
    write(memory.pointee.leave, to: memory.pointee.descriptor)
    tcsetattr(memory.pointee.descriptor, TCSANOW, &memory.pointee.usual)
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

  private static func crash(_ number: Int32) {
    guard let memory else { return }
    giveBack()
    sigaction(number, memory.pointee.previous + Int(number), nil)
    raise(number)
  }

  private static func noteStaleness() { isStale.store(true, ordering: .relaxed) }

  private static func stop() {
    giveBack()
    kill(getpid(), SIGSTOP)
  }

  private static func goOn() {
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
