import Glibc
import Reporting

/// A buffered file or stream that output goes to; errors are thrown as command failures.
///
/// Where nobody reads, an ending process waits for two seconds and then leaves the rest out.
struct OutputFile: ~Copyable {
  /// What becomes of output that its reader does not take.
  enum SlowReader {
    /// It is waited for.
    case waits
    /// It stays in memory up to a megabyte; what comes then is left out.
    case misses
  }

  private static let capacity = 1 << 16
  private static let backlog = 1 << 20
  /// The milliseconds for which an ending process waits for a reader that takes nothing.
  private static let farewell = 2000

  private let descriptor: Int32
  private let name: String
  private let slowReader: SlowReader
  private let isCreated: Bool
  /// Whether it is a file as others are, so that nobody waits for what comes.
  let isRegular: Bool
  /// Whether there was no file of that name before.
  private let isNew: Bool
  /// What a write may take at most without waiting where polling says that there is room.
  private let largestWrite: Int
  private var buffer: [UInt8] = []
  /// Whether what the file held before has been dropped, for results that may be empty.
  private var isEmptied = false
  /// Whether nothing more is written, since nobody reads.
  private var isAbandoned = false
  /// Whether something was left out because the reader was too slow, and it has not been told.
  private var hasOmitted = false

  /// The standard output, waited for.
  static var standard: OutputFile { standard(.waits) }

  /// The standard output; the descriptor that is shared with others stays as it is.
  static func standard(_ slowReader: SlowReader) -> OutputFile {
    var status = stat()
    let isPipe = fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    guard isPipe || isatty(STDOUT_FILENO) == 1 else {
      return OutputFile(STDOUT_FILENO, name: "stdout", slowReader)
    }
    // A pipe or terminal opened once more takes what it can without holding the writer up.
    let own = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return own >= 0
      ? OutputFile(own, name: "stdout", slowReader)
      : OutputFile(STDOUT_FILENO, name: "stdout", slowReader, largestWrite: Int(PIPE_BUF))
  }

  /// Creates or replaces a file that an option names, or whose folder it names.
  ///
  /// What it held before stays until there is something to put in its place; where it may not be
  /// replaced, the file must not be there.
  static func create(
    _ path: String, option: String = "--output", mayReplace: Bool = true
  ) throws(CommandFailure) -> OutputFile {
    try opened(path, O_WRONLY, 0o644, option, .waits, mayReplace: mayReplace)
  }

  /// Creates or replaces a file that is written while a call is heard, for the user only.
  ///
  /// A pipe is opened for reading too: its reader may come later, go and come again.
  static func live(
    _ path: String, option: String, _ slowReader: SlowReader
  ) throws(CommandFailure) -> OutputFile {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      return try opened(path, O_RDWR | O_NONBLOCK, 0o600, option, slowReader)
    }
    return try opened(path, O_WRONLY, 0o600, option, .waits)
  }

  private static func opened(
    _ path: String, _ access: Int32, _ mode: mode_t, _ option: String, _ slowReader: SlowReader,
    mayReplace: Bool = true
  ) throws(CommandFailure) -> OutputFile {
    let flags = access | O_CREAT | O_CLOEXEC
    var descriptor = open(path, flags | O_EXCL, mode)
    let isNew = descriptor >= 0
    if !isNew, errno == EEXIST, mayReplace { descriptor = open(path, flags, mode) }
    guard descriptor >= 0 else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): cannot be written: \(String(cString: strerror(errno))); "
          + "name another place with \(option)")
    }
    return OutputFile(descriptor, name: path, slowReader, isCreated: true, isNew: isNew)
  }

  private init(
    _ descriptor: Int32, name: String, _ slowReader: SlowReader, isCreated: Bool = false,
    isNew: Bool = false, largestWrite: Int = .max
  ) {
    self.descriptor = descriptor
    self.name = name
    self.slowReader = slowReader
    self.isCreated = isCreated
    self.isNew = isNew
    self.largestWrite = largestWrite
    var status = stat()
    isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    buffer.reserveCapacity(Self.capacity)
  }

  deinit {
    // Where nothing came about, no empty file says that it did.
    if isNew, !isEmptied, isStillEmpty { unlink(name) }
    if descriptor != STDOUT_FILENO { close(descriptor) }
  }

  /// Whether the name still leads to the file that was made, and nobody else has written there.
  private var isStillEmpty: Bool {
    var made = stat()
    var named = stat()
    return fstat(descriptor, &made) == 0 && lstat(name, &named) == 0
      && made.st_dev == named.st_dev && made.st_ino == named.st_ino && made.st_size == 0
  }

  /// Whether the output is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of that terminal; nil where there is none.
  var columns: Int? { ReportStyle.columns(of: descriptor) }

  /// Adds bytes, writing when the buffer is full.
  mutating func append(_ bytes: [UInt8]) throws(CommandFailure) {
    guard slowReader == .waits || buffer.count + bytes.count <= Self.backlog else {
      hasOmitted = true
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Whether something was left out since the last call, once there is room to say so.
  mutating func takeOmission() -> Bool {
    guard hasOmitted, buffer.count < Self.backlog / 2 else { return false }
    hasOmitted = false
    return true
  }

  /// Adds lines.
  mutating func append(lines: [String]) throws(CommandFailure) {
    for line in lines { try append(Array("\(line)\n".utf8)) }
  }

  /// Writes what is buffered, as far as the reader takes it.
  mutating func flush() throws(CommandFailure) { try write(isLast: false) }

  /// Writes all that is left; a reader that takes nothing is waited for for two seconds.
  mutating func finish() throws(CommandFailure) { try write(isLast: true) }

  private mutating func write(isLast: Bool) throws(CommandFailure) {
    if isCreated, !isEmptied {
      isEmptied = true
      // A device or a pipe has nothing to drop.
      _ = ftruncate(descriptor, 0)
    }
    var written = 0
    while written < buffer.count, hasRoom(isLast: isLast) {
      let length = min(buffer.count - written, largestWrite)
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, length)
      }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        let error = errno
        dropTornLine(written)
        buffer.removeAll()
        if error == EPIPE { throw .closedPipe }
        throw CommandFailure(
          exitCode: 74,
          message: "\(name): cannot be written: \(String(cString: strerror(error)))")
      }
      written += count
    }
    if isAbandoned { written = buffer.count }
    buffer.removeSubrange(..<written)
  }

  /// Takes the beginning of a line back that could not be written to its end.
  private func dropTornLine(_ written: Int) {
    guard isCreated, isRegular else { return }
    let torn = buffer[..<written].reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    let end = lseek(descriptor, 0, SEEK_CUR)
    if torn > 0, end >= torn { _ = ftruncate(descriptor, end - torn) }
  }

  /// Whether something can be written; waits for that as long as the reader deserves it.
  private mutating func hasRoom(isLast: Bool) -> Bool {
    var left = Self.farewell
    while !isAbandoned {
      let isEnding = Termination.isRequested
      let mayWait = slowReader == .waits || isEnding || isLast
      var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if poll(&entry, 1, mayWait ? 100 : 0) > 0 { return true }
      guard mayWait else { return false }
      if isEnding || (isLast && slowReader == .misses) { left -= 100 }
      isAbandoned = left <= 0
    }
    return false
  }
}
