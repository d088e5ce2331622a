import Glibc

/// A terminal in use as a whole: keys come in, pictures go out, and it is given back at the end.
///
/// Never waits for the terminal: what a slow one does not take stays for later, and pictures are
/// left out meanwhile. One session at a time.
struct TerminalSession: ~Copyable {
  private let input: Int32
  private let output: Int32
  private var painter: ScreenPainter
  private var keys = KeyParser()
  private var outbox: [UInt8] = []
  private var written = 0
  private(set) var size: ScreenSize
  private let signalStack: UnsafeMutableRawPointer

  private static let signalStackSize = 65_536

  /// Takes the terminal that the standard input and output are connected to.
  static func begin(_ style: DashboardStyle) throws(TerminalError) -> TerminalSession {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError(.notTerminal)
    }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty, name != "dumb" else { throw TerminalError(.dumb) }
    let input = try reopen(STDIN_FILENO)
    let output: Int32
    do throws(TerminalError) {
      output = try reopen(STDOUT_FILENO)
    } catch {
      close(input)
      throw error
    }
    // From here on the session closes both.
    let session = TerminalSession(input: input, output: output, style: style)
    try TerminalGuard.enter(output)
    return session
  }

  private init(input: Int32, output: Int32, style: DashboardStyle) {
    self.input = input
    self.output = output
    painter = ScreenPainter(colour: style.colour, theme: style.theme)
    size = Self.size(of: output)
    signalStack = .allocate(byteCount: Self.signalStackSize, alignment: 16)
    // A stack that has overflown is no place for the handler that gives the terminal back.
    var stack = stack_t(ss_sp: signalStack, ss_flags: 0, ss_size: Self.signalStackSize)
    sigaltstack(&stack, nil)
  }

  deinit {
    TerminalGuard.leave()
    var stack = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&stack, nil)
    signalStack.deallocate()
    close(input)
    close(output)
  }

  /// Whether the terminal may be used: not while the process is in the background.
  var isInUse: Bool { TerminalGuard.resume() }

  /// The descriptor on which keys come, to wait for beside others; nil while they are not ours.
  var inputDescriptor: Int32? { isInUse ? input : nil }

  /// The keys that have come since the last call.
  mutating func readKeys() -> [DashboardKey] {
    guard isInUse else { return isHungUp ? [.hangUp] : [] }
    var buffer = InlineArray<64, UInt8>(repeating: 0)
    var found: [DashboardKey] = []
    while true {
      var bytes = buffer.mutableSpan
      let count = bytes.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      guard count > 0 else {
        // Nobody will ever press a key again, and waiting for one would return at once.
        if count == 0 || errno == EIO, isHungUp { found.append(.hangUp) }
        break
      }
      found += keys.parse((0..<count).map { buffer[$0] })
    }
    if found.isEmpty, keys.isIncomplete, let key = keys.flush() { found.append(key) }
    return found
  }

  private var isHungUp: Bool {
    var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0 && entry.revents & Int16(POLLHUP | POLLERR) != 0
  }

  /// Whether the size has changed or the terminal was given back for a while since the last call.
  mutating func refreshSize() -> Bool {
    guard TerminalGuard.takeStaleness() else { return false }
    size = Self.size(of: output)
    painter.forget()
    return true
  }

  /// Shows a picture; false when the terminal has not yet taken the one before.
  @discardableResult
  mutating func show(_ canvas: Canvas) -> Bool {
    flush()
    guard outbox.isEmpty else { return false }
    outbox = painter.paint(canvas)
    flush()
    return true
  }

  /// Rings the bell.
  mutating func ring() {
    guard isInUse else { return }
    outbox.append(0x07)
    flush()
  }

  private mutating func flush() {
    while written < outbox.count {
      let count = outbox.withUnsafeBytes { bytes in
        write(output, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
    outbox.removeAll(keepingCapacity: true)
    written = 0
  }

  /// Opens the same terminal once more, so that not waiting for it does not change the descriptor
  /// that is shared with the shell.
  private static func reopen(_ descriptor: Int32) throws(TerminalError) -> Int32 {
    let copy = open("/proc/self/fd/\(descriptor)", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard copy >= 0 else { throw TerminalError(.refused, systemError: errno) }
    return copy
  }

  private static func size(of descriptor: Int32) -> ScreenSize {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return ScreenSize(columns: 80, rows: 24)
    }
    return ScreenSize(columns: Int(size.ws_col), rows: Int(size.ws_row)).possible
  }
}
