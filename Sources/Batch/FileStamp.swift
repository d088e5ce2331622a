import Glibc

/// What shows that a file is still the one that it was: its length and when it was last changed.
package struct FileStamp: Equatable, Sendable {
  /// The length in bytes; zero for what is no regular file.
  package let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at the file of a path; nil where there is none.
  package init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    let isRegular = facts.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(facts.st_size) : 0
    // A pipe's time changes as it is read.
    seconds = isRegular ? facts.st_mtim.tv_sec : 0
    nanoseconds = isRegular ? facts.st_mtim.tv_nsec : 0
  }

  /// The stamp as text, for comparison with an earlier one.
  var text: String { "\(size):\(seconds).\(nanoseconds)" }
}
