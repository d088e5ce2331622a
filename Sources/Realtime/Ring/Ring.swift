/// A queue of fixed size from one thread to one other, without locks.
///
/// Writing and taking are wait-free and never allocate. When the queue is full the newest elements
/// are dropped and counted: the reader never sees memory change under it. There is no way to wait
/// for data; whoever needs one signals a descriptor beside it.
@frozen
public struct Ring<Element: BitwiseCopyable>: ~Copyable, Sendable {
  /// The end that the producing thread owns.
  public var writer: RingWriter<Element>
  /// The end that the consuming thread owns.
  public var reader: RingReader<Element>

  /// Creates a queue for at least `minimumCapacity` elements, rounded up to a power of two.
  ///
  /// All memory is written once, so that no page is first touched by the producing thread.
  public init(minimumCapacity: Int, filledWith element: Element) {
    var capacity = 1
    while capacity < minimumCapacity { capacity *= 2 }
    let storage = RingStorage(capacity: capacity, filledWith: element)
    writer = RingWriter(storage: storage)
    reader = RingReader(storage: storage)
  }
}
