import Glibc

/// Waits until a capture thread has ended, at most half a minute: its counters are exact only then.
///
/// A stream's own `wait` returns at once while pieces are left in it, so it cannot wait for that.
func waitUntil(_ condition: () -> Bool) {
  let limit = ContinuousClock.now + .seconds(30)
  while !condition(), ContinuousClock.now < limit { usleep(1000) }
}
