internal import Glibc

/// A lock, and a wait for what another thread changes under it.
///
/// For threads that may wait; where time is real, `Mailbox` and the rings never do.
package final class Condition: @unchecked Sendable {
  // The system keeps their addresses.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    change.initialize(to: pthread_cond_t())
    // A clock that nobody sets.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(change, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  package func lock() { pthread_mutex_lock(mutex) }

  package func unlock() { pthread_mutex_unlock(mutex) }

  package func withLock<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock()
    defer { unlock() }
    return try body()
  }

  /// Lets go of the lock until there is news, or for no reason; look at what was waited for again.
  package func wait() { pthread_cond_wait(change, mutex) }

  /// The same, for a time at most.
  package func wait(milliseconds: Int) {
    var limit = timespec()
    clock_gettime(CLOCK_MONOTONIC, &limit)
    limit.tv_nsec += milliseconds % 1000 * 1_000_000
    limit.tv_sec += milliseconds / 1000 + limit.tv_nsec / 1_000_000_000
    limit.tv_nsec %= 1_000_000_000
    pthread_cond_timedwait(change, mutex, &limit)
  }

  /// Tells all threads that wait.
  package func broadcast() { pthread_cond_broadcast(change) }
}
