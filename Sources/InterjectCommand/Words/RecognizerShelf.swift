import Interject
import Synchronization
import Words

/// The recognizers of many calls, one for each thread that needs one at a time.
final class RecognizerShelf: Sendable {
  /// A recognizer on its way between threads, of which one has it at a time.
  private struct Lent: @unchecked Sendable {
    let recognizer: any Recognizer
  }

  private let free: Mutex<[Lent]>

  /// Creates a shelf with the first recognizer, so that it is known early whether there is one.
  init() throws(CommandFailure) {
    free = Mutex([Lent(recognizer: try ListeningActOptions.recognizer())])
  }

  /// Lends a recognizer for a while; another is loaded where none is free.
  func lend<T, Failure: Error>(
    _ body: (any Recognizer) throws(Failure) -> T
  ) throws(Failure) -> T? {
    let lent: Lent
    if let found = free.withLock({ $0.popLast() }) {
      lent = found
    } else {
      guard let recognizer = try? ListeningActOptions.recognizer() else { return nil }
      lent = Lent(recognizer: recognizer)
    }
    defer { free.withLock { $0.append(lent) } }
    return try body(lent.recognizer)
  }
}
