internal import Synchronization

/// The newest of something, from one thread to another: what nobody has looked at is replaced.
package final class Mailbox<Element: Sendable>: Sendable {
  private let slot = Mutex<Element?>(nil)

  package init() {}

  /// Replaces what is there, and never waits: while the other thread looks, nothing is put.
  package func put(_ element: Element?) {
    _ = slot.withLockIfAvailable { $0 = element }
  }

  /// What was put last; nil for nothing.
  package var newest: Element? { slot.withLock { $0 } }
}
