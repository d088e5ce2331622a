public import Synchronization

/// The memory and the two counts that both ends of a ring share.
///
/// The counts only grow; the difference is what waits, the low bits are the place in memory.
@usableFromInline
final class RingStorage<Element: BitwiseCopyable>: Sendable {
  @usableFromInline nonisolated(unsafe) let elements: UnsafeMutablePointer<Element>
  @usableFromInline let capacity: Int
  @usableFromInline let written = Atomic<Int>(0)
  @usableFromInline let taken = Atomic<Int>(0)
  @usableFromInline let dropped = Atomic<Int>(0)

  init(capacity: Int, filledWith element: Element) {
    self.capacity = capacity
    elements = .allocate(capacity: capacity)
    elements.initialize(repeating: element, count: capacity)
  }

  deinit {
    elements.deallocate()
  }
}
