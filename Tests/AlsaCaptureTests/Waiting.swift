import Foundation

/// Waits until a capture thread has ended, at most half a minute: its counters are exact only then.
///
/// A stream's own `wait` returns at once while pieces are left in it, so it cannot wait for that.
func waitUntil(_ condition: () -> Bool) {
  for _ in 0..<30_000 where !condition() { usleep(1000) }
}
