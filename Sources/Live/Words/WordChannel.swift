import CRealtime
import Realtime
import Synchronization

/// Words on their way from a thread that brings them to the engine's, which never waits for them.
public final class WordChannel: Sendable {
  private let deliveries = BoundedQueue<WordDelivery>(capacity: 1024)
  private let isAbandoned = Atomic<Bool>(false)

  /// Whether nobody takes words any more.
  var isClosed: Bool { isAbandoned.load(ordering: .relaxed) }

  /// Nobody takes words any more.
  func close() { isAbandoned.store(true, ordering: .relaxed) }

  /// The next delivery; nil where none has come.
  func take() -> WordDelivery? { deliveries.take() }

  /// Puts a delivery, and waits for room as long as somebody takes words; false once nobody does.
  @discardableResult
  func put(_ delivery: WordDelivery) -> Bool {
    while !deliveries.offer(delivery) {
      if isClosed { return false }
      ij_sleep(5_000_000)
    }
    return !isClosed
  }
}
