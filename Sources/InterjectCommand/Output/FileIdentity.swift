// `stat`, of which the headers of this module are the first to tell an optimized build.
import CAlsaCalls
import Glibc

/// What makes a file the same under any name.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t
  /// Whether it is a file as others are, and no device or pipe.
  let isRegular: Bool

  /// The file that a path leads to, or the symbolic link itself; nil where there is none.
  init?(_ path: String, isFollowed: Bool = true) {
    var status = stat()
    guard (isFollowed ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
