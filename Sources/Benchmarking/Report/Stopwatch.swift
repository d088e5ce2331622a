import Glibc

/// The two clocks of a measurement, in nanoseconds.
enum Stopwatch {
  /// The time that passes, whoever runs.
  static var wall: Int { read(CLOCK_MONOTONIC) }

  /// The time that this thread has run, which other load on the machine does not lengthen.
  static var thread: Int { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The most memory that the process has had resident, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
