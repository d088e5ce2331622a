import Batch
import Glibc

/// A file that gets its name once it is whole; until then, and after a failure, what was there stays.
///
/// It is written beside its place, under a name that begins with a dot.
struct AtomicFile: ~Copyable {
  private static let capacity = 1 << 16

  private let path: String
  private let option: String
  private let draft: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Begins a file whose place an option names, with the folders that lead to it.
  init(_ path: String, option: String = "--output") throws(CommandFailure) {
    self.path = path
    self.option = option
    draft = path.folder.appending(name: ".\(path.lastPart).part")
    var number = Self.open(draft)
    if number < 0, errno == ENOENT, Self.makeFolders(path.folder) { number = Self.open(draft) }
    guard number >= 0 else { throw Self.failure(path, option, errno) }
    descriptor = number
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(draft) }
  }

  mutating func append(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what has been added.
  mutating func flush() throws(CommandFailure) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, option, errno)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name, in place of what was called so.
  mutating func finish() throws(CommandFailure) {
    try flush()
    guard rename(draft, path) == 0 else { throw Self.failure(path, option, errno) }
    isFinished = true
  }

  private static func open(_ path: String) -> Int32 {
    Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
  }

  /// Makes a folder and those above it; another thread may be about it too.
  private static func makeFolders(_ path: String) -> Bool {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, makeFolders(path.folder) else { return false }
    return mkdir(path, 0o777) == 0 || errno == EEXIST
  }

  private static func failure(
    _ path: String, _ option: String, _ error: Int32
  ) -> CommandFailure {
    CommandFailure(
      exitCode: 74,
      message: "\(path): cannot be written: \(String(cString: strerror(error))); "
        + "name another place with \(option)",
      // The name of one result alone; the disk holds the others.
      concernsOneCall: [ENAMETOOLONG, EISDIR, EILSEQ, EINVAL].contains(error))
  }
}
