public import Synchronization

/// The consuming end of a ring; one thread at a time may use it.
@frozen
public struct RingReader<Element: BitwiseCopyable>: ~Copyable, Sendable {
  @usableFromInline let storage: RingStorage<Element>
  @usableFromInline nonisolated(unsafe) let elements: UnsafeMutablePointer<Element>
  @usableFromInline let capacity: Int
  /// What this end has taken; only this end changes it.
  @usableFromInline var taken = 0

  init(storage: RingStorage<Element>) {
    self.storage = storage
    elements = storage.elements
    capacity = storage.capacity
  }

  /// The number of elements that wait; grows while the writer writes.
  @inlinable
  public var count: Int { storage.written.load(ordering: .acquiring) - taken }

  /// The number of elements that found no room since the ring was made.
  @inlinable
  public var dropped: Int { storage.dropped.load(ordering: .relaxed) }

  /// Takes up to `limit` elements, oldest first, and returns how many there were.
  @inlinable
  public mutating func take(into target: UnsafeMutablePointer<Element>, limit: Int) -> Int {
    let waiting = storage.written.load(ordering: .acquiring) - taken
    let count = limit < waiting ? limit : waiting
    let start = taken & (capacity - 1)
    let beforeWrap = count < capacity - start ? count : capacity - start
    for index in 0..<beforeWrap { target[index] = elements[start + index] }
    for index in beforeWrap..<count { target[index] = elements[index - beforeWrap] }
    taken += count
    storage.taken.store(taken, ordering: .releasing)
    return count
  }

  /// Takes the oldest element; nil when none waits.
  @inlinable
  public mutating func take() -> Element? {
    guard storage.written.load(ordering: .acquiring) > taken else { return nil }
    let element = elements[taken & (capacity - 1)]
    taken += 1
    storage.taken.store(taken, ordering: .releasing)
    return element
  }
}
