internal import CRealtime
internal import Glibc
internal import Synchronization

/// A queue of fixed size from one thread to another.
///
/// Putting neither locks nor waits nor allocates, nor is it a system call: what wakes a reader that
/// sleeps is `announce`, once for all that was put. One thread puts, one takes.
package final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<Element>
  private let capacity: Int
  // Counts that only grow; each is written by one side.
  private let put = Atomic<Int>(0)
  private let taken = Atomic<Int>(0)
  private let isAwaited = Atomic<Bool>(false)
  private let ready: Int32

  package init(capacity: Int) {
    self.capacity = capacity
    slots = .allocate(capacity: capacity)
    // Touched once, so that the engine's thread is never the first to use a page.
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: capacity * MemoryLayout<Element>.stride)
    ready = ij_wake_make()
  }

  deinit {
    while take() != nil {}
    slots.deallocate()
    if ready >= 0 { close(ready) }
  }

  /// The elements that there is room for; grows while the reader takes.
  package var room: Int {
    capacity - (put.load(ordering: .relaxed) - taken.load(ordering: .acquiring))
  }

  /// Adds an element, which a sleeping reader learns of with `announce`; false when there is no room.
  package func offer(_ element: Element) -> Bool {
    guard room > 0 else { return false }
    let position = put.load(ordering: .relaxed)
    (slots + position % capacity).initialize(to: element)
    put.store(position + 1, ordering: .releasing)
    return true
  }

  /// Wakes the reader where it sleeps; a system call only then.
  package func announce() {
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    if isAwaited.load(ordering: .relaxed) { ij_wake_signal(ready) }
  }

  /// Takes the oldest element; nil when none waits.
  package func take() -> Element? {
    let position = taken.load(ordering: .relaxed)
    guard put.load(ordering: .acquiring) > position else { return nil }
    let element = (slots + position % capacity).move()
    taken.store(position + 1, ordering: .releasing)
    return element
  }

  /// Waits until something can be taken, a descriptor can be read, a signal comes or time is over.
  package func wait(milliseconds: Int, or descriptor: Int32 = -1) {
    isAwaited.store(true, ordering: .relaxed)
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    if put.load(ordering: .acquiring) == taken.load(ordering: .relaxed) {
      withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { waited in
        waited.initialize(repeating: pollfd(fd: ready, events: Int16(POLLIN), revents: 0))
        waited[1].fd = descriptor
        _ = ij_poll(waited.baseAddress, 2, Int32(milliseconds))
      }
    }
    isAwaited.store(false, ordering: .relaxed)
    ij_wake_clear(ready)
  }
}
