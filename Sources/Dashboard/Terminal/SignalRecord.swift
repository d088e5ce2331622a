import Glibc

/// The signal handlers that were there before, and which signals have come since.
///
/// Signal handlers use it: its memory stays where it is, and what handlers reach must never end.
struct SignalRecord: ~Copyable {
  typealias Handler = @convention(c) (Int32) -> Void

  private static let signalCount = 65
  /// The handlers that were there before, by signal.
  private let previous: UnsafeMutablePointer<sigaction>
  /// How often a signal that another handler takes has come.
  private let received: UnsafeMutablePointer<Int32>

  init() {
    previous = .allocate(capacity: Self.signalCount)
    previous.initialize(repeating: sigaction(), count: Self.signalCount)
    received = .allocate(capacity: Self.signalCount)
    received.initialize(repeating: 0, count: Self.signalCount)
  }

  deinit {
    previous.deallocate()
    received.deallocate()
  }

  /// Sets the handler of a signal; one that is ignored, as under nohup, may stay so.
  func set(_ number: Int32, keepsIgnored: Bool = false, _ handler: @escaping Handler) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_ONSTACK
    sigaction(number, &action, previous + Int(number))
    if keepsIgnored, previous[Int(number)].isIgnored { restore(number) }
  }

  /// Gives a signal back to its former handler.
  func restore(_ number: Int32) { sigaction(number, previous + Int(number), nil) }

  /// Whether a signal that ends the program has come.
  var isEndAsked: Bool {
    for number in 0..<Self.signalCount where received[number] > 0 { return true }
    return false
  }

  /// Notes that a signal that ends the program has come; the first time returns the handler that was
  /// there before, if there was any.
  func receive(_ number: Int32) -> Handler? {
    let former = previous[Int(number)]
    let isFirst = received[Int(number)] == 0
    received[Int(number)] += 1
    guard isFirst, former.sa_flags & SA_SIGINFO == 0 else { return nil }
    return former.__sigaction_handler.sa_handler
  }

  /// Forgets the signals that have come.
  func forgetReceived() { received.update(repeating: 0, count: Self.signalCount) }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    sa_flags & SA_SIGINFO == 0
      && unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
