import Glibc

extension CallHistory {
  /// Gives a finished file a name that nothing has yet; false with the reason in `errno`.
  static func move(_ finished: String, to path: String) -> Bool {
    if link(finished, path) == 0 {
      unlink(finished)
      return true
    }
    // VFAT, exFAT and some network drives have no links: there the name is taken by an empty file,
    // which only a crash right now would leave behind.
    guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else { return false }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { return false }
    close(claim)
    if rename(finished, path) == 0 { return true }
    let cause = errno
    unlink(path)
    errno = cause
    return false
  }
}
