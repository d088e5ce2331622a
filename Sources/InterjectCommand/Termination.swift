import CRealtime
import Glibc
import Synchronization

/// The signal that asked the process to end, if one has.
///
/// The handler only notes the signal; the work in progress looks at it and sums up.
enum Termination {
  private static let received = Atomic<Int32>(0)

  /// The signal's number; nil before one has come.
  static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Whether a signal has come.
  static var isRequested: Bool { signal != nil }

  /// Begins to note SIGINT, SIGTERM and others named; the second one ends the process at once.
  ///
  /// One that is ignored, as under nohup, stays so.
  static func observe(_ others: Int32...) {
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] + others.filter({ !isIgnored($0) }) {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        Termination.received.store(number, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    // A parent with threads may have started this program with its signals blocked.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM] { sigaddset(&numbers, number) }
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }

  /// The terminal has gone, which need not have come as a signal.
  static func hangUp() {
    _ = received.compareExchange(expected: 0, desired: SIGHUP, ordering: .relaxed)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
