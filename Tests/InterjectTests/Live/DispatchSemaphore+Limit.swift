import Foundation

extension DispatchSemaphore {
  /// Waits for a signal that comes at once unless something is broken; false after five minutes.
  ///
  /// A limit of the test alone would not do: it cannot end a thread that waits.
  func comes() -> Bool { wait(timeout: .now() + .seconds(300)) == .success }
}
