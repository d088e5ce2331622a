internal import CRealtime
internal import Glibc
internal import Synchronization

/// What the capture thread and its owner share: counts, the wish to stop, two wake-up descriptors.
final class CaptureControl: Sendable {
  let captured = Atomic<Int>(0)
  let dropped = Atomic<Int>(0)
  let late = Atomic<Int>(0)
  let missing = Atomic<Int>(0)
  let overruns = Atomic<Int>(0)
  let suspensions = Atomic<Int>(0)
  let stalls = Atomic<Int>(0)
  let ioErrors = Atomic<Int>(0)
  let losses = Atomic<Int>(0)
  let reopenings = Atomic<Int>(0)
  /// 0 not decided yet, -1 not asked for, 1 granted, else 1 + the error number.
  let scheduling = Atomic<Int>(0)
  let stopping = Atomic<Bool>(false)
  let finished = Atomic<Bool>(false)
  /// Whether the owner knows that a lost device may be back: it is looked for at once.
  let isHurried = Atomic<Bool>(false)
  /// Whether the owner sleeps until there is something to take; a signal costs as much as a wake-up.
  let isAwaited = Atomic<Bool>(false)
  /// Signalled by the owner: stop, or there is room again.
  let wake: Int32
  /// Signalled by the capture thread if it is awaited: there is something to take.
  let ready: Int32
  /// The clock of a simulated device in nanoseconds; nil for the machine's.
  nonisolated(unsafe) let clock: UnsafePointer<Int64>?

  init(clock: UnsafePointer<Int64>?) {
    wake = ij_wake_make()
    ready = ij_wake_make()
    self.clock = clock
  }

  deinit {
    close(wake)
    close(ready)
  }

  /// Whether the descriptors could be made.
  var isUsable: Bool { wake >= 0 && ready >= 0 }

  /// The time in nanoseconds, on a clock that goes on while the machine sleeps: that is unknown time.
  var now: Int64 {
    @_noLocks get {
      guard let clock else { return ij_clock_boottime() }
      return clock.pointee
    }
  }
}
