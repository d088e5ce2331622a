internal import CRealtime
internal import Glibc

/// Work that has a thread of its own, and all that it needs with it.
package protocol ThreadWork: AnyObject, Sendable {
  /// Does the work, once, on its thread.
  func run()
}

/// A thread for a piece of work, which it keeps until that is done.
package struct OwnThread: Sendable {
  private final class Start {
    let name: String
    let work: any ThreadWork

    init(name: String, work: any ThreadWork) {
      self.name = name
      self.work = work
    }
  }

  /// Why the system gave no thread.
  package struct Refusal: Error {
    /// The `errno` of the failure.
    package let systemError: Int32
  }

  private let thread: pthread_t

  /// Starts a thread with a name of at most 15 bytes.
  ///
  /// - Throws: `Refusal` when the system has no thread left.
  package init(_ work: any ThreadWork, name: String) throws(Refusal) {
    let start = Unmanaged.passRetained(Start(name: name, work: work))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
        ij_thread_name(start.name)
        start.work.run()
        return nil
      }, start.toOpaque())
    guard error == 0 else {
      start.release()
      throw Refusal(systemError: error)
    }
    self.thread = thread
  }

  /// Waits, once, for the thread to end; lets it go when that takes too long.
  package func join(milliseconds: Int) { _ = ij_thread_join(thread, Int32(milliseconds)) }
}
