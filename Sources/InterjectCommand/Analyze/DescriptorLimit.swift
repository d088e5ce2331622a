import Glibc

/// How many files the process may have open.
enum DescriptorLimit {
  /// What a call needs at most: its recordings, its results, and what the system opens meanwhile.
  private static let perCall = 8
  /// What the process needs besides.
  private static let besides = 16

  /// The calls that may be under way at once; raises the limit as far as that is allowed.
  static var mostJobs: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1 }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let files = Int(min(limit.rlim_cur, 1 << 20))
    return max(1, (files - besides) / perCall)
  }
}
