// `stat`, of which the headers of this module are the first to tell an optimized build.
import CAlsaCalls
import Glibc

/// An open file or stream that output goes to, from its opening to its closing.
///
/// What a file held before stays until there is something to put in its place, and where nothing
/// came about, no empty file says that it did.
struct OutputDescriptor: ~Copyable {
  let number: Int32
  let name: String
  /// Whether it is a file as others are, so that nobody waits for what comes.
  let isRegular: Bool
  /// Whether it is the standard output.
  var isStandard: Bool { !isCreated }
  private let isCreated: Bool
  /// Whether there was no file of that name before.
  private let isNew: Bool
  /// What a write may take at most without waiting where polling says that there is room.
  private let largestWrite: Int
  /// Whether what the file held before has been dropped, for results that may be empty.
  private var isEmptied = false

  /// The standard output; the descriptor that is shared with others stays as it is.
  static var standard: OutputDescriptor {
    var status = stat()
    let isPipe = fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    guard isPipe || isatty(STDOUT_FILENO) == 1 else {
      return OutputDescriptor(STDOUT_FILENO, name: "stdout")
    }
    // A pipe or terminal opened once more takes what it can without holding the writer up.
    let own = Glibc.open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return own >= 0
      ? OutputDescriptor(own, name: "stdout")
      : OutputDescriptor(STDOUT_FILENO, name: "stdout", largestWrite: Int(PIPE_BUF))
  }

  /// Creates a file that an option names, or opens the one that is there where it may be replaced.
  static func open(
    _ path: String, _ access: Int32, _ mode: mode_t, option: String, mayReplace: Bool = true
  ) throws(CommandFailure) -> OutputDescriptor {
    let flags = access | O_CREAT | O_CLOEXEC
    var number = Glibc.open(path, flags | O_EXCL, mode)
    let isNew = number >= 0
    if !isNew, errno == EEXIST, mayReplace { number = Glibc.open(path, flags, mode) }
    guard number >= 0 || errno != EEXIST || mayReplace else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): already exists; overwrite it with --force, or name another place with "
          + option)
    }
    guard number >= 0 else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): cannot be written: \(String(cString: strerror(errno))); "
          + "name another place with \(option)")
    }
    return OutputDescriptor(number, name: path, isCreated: true, isNew: isNew)
  }

  private init(
    _ number: Int32, name: String, isCreated: Bool = false, isNew: Bool = false,
    largestWrite: Int = .max
  ) {
    self.number = number
    self.name = name
    self.isCreated = isCreated
    self.isNew = isNew
    self.largestWrite = largestWrite
    var status = stat()
    isRegular = fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  deinit {
    if isNew, !isEmptied, isStillEmpty { unlink(name) }
    if number != STDOUT_FILENO { close(number) }
  }

  /// Whether the name still leads to the file that was made, and nobody else has written there.
  private var isStillEmpty: Bool {
    var made = stat()
    var named = stat()
    return fstat(number, &made) == 0 && lstat(name, &named) == 0
      && made.st_dev == named.st_dev && made.st_ino == named.st_ino && made.st_size == 0
  }

  /// Drops what a file held before; from then on it stays, even if it remains empty.
  mutating func empty() {
    guard isCreated, !isEmptied else { return }
    isEmptied = true
    // A device or a pipe has nothing to drop.
    _ = ftruncate(number, 0)
  }

  /// Writes what can be written at once; returns its length, or -1 with the reason in `errno`.
  func write(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    return Glibc.write(number, bytes.baseAddress, min(bytes.count, largestWrite))
  }

  /// Takes bytes that were written last back, where that is possible.
  func takeBack(_ count: Int) {
    guard isCreated, isRegular else { return }
    let end = lseek(number, 0, SEEK_CUR)
    if count > 0, end >= count { _ = ftruncate(number, end - count) }
  }
}
