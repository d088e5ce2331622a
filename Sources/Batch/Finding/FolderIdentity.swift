import Glibc

/// What makes a folder the same under any name.
struct FolderIdentity: Hashable {
  /// What a path leads to.
  enum Kind {
    case file
    case folder
    case missing
  }

  private let device: dev_t
  private let number: ino_t

  /// The folder that a path leads to; nil where there is none.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    device = facts.st_dev
    number = facts.st_ino
  }

  /// What a path leads to, links followed.
  static func kind(of path: String) -> Kind {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return .missing }
    return facts.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
