public import Synchronization

/// The producing end of a ring; one thread at a time may use it.
@frozen
public struct RingWriter<Element: BitwiseCopyable>: ~Copyable, Sendable {
  @usableFromInline let storage: RingStorage<Element>
  @usableFromInline nonisolated(unsafe) let elements: UnsafeMutablePointer<Element>
  @usableFromInline let capacity: Int
  /// What this end has written; only this end changes it.
  @usableFromInline var written = 0
  /// What the other end had taken when this end last looked; looked up again only when too small.
  @usableFromInline var taken = 0

  init(storage: RingStorage<Element>) {
    self.storage = storage
    elements = storage.elements
    capacity = storage.capacity
  }

  /// The number of elements that `write` would take now; grows while the reader takes.
  @inlinable
  public mutating func space() -> Int {
    taken = storage.taken.load(ordering: .acquiring)
    return capacity - (written - taken)
  }

  /// Appends elements and returns how many there was room for; the rest is dropped and counted.
  @inlinable
  public mutating func write(_ source: UnsafePointer<Element>, count: Int) -> Int {
    if capacity - (written - taken) < count {
      taken = storage.taken.load(ordering: .acquiring)
    }
    let free = capacity - (written - taken)
    let accepted = count < free ? count : free
    let start = written & (capacity - 1)
    let beforeWrap = accepted < capacity - start ? accepted : capacity - start
    for index in 0..<beforeWrap { elements[start + index] = source[index] }
    for index in beforeWrap..<accepted { elements[index - beforeWrap] = source[index] }
    written += accepted
    storage.written.store(written, ordering: .releasing)
    if accepted < count {
      storage.dropped.wrappingAdd(count - accepted, ordering: .relaxed)
    }
    return accepted
  }

  /// Appends one element; false when there was no room and it was dropped and counted.
  @inlinable
  public mutating func write(_ element: Element) -> Bool {
    if capacity == written - taken {
      taken = storage.taken.load(ordering: .acquiring)
    }
    guard capacity > written - taken else {
      storage.dropped.wrappingAdd(1, ordering: .relaxed)
      return false
    }
    elements[written & (capacity - 1)] = element
    written += 1
    storage.written.store(written, ordering: .releasing)
    return true
  }
}
