// `stat`, of which the headers of this module are the first to tell an optimized build.
import CAlsaCalls
import Glibc
import Reporting

/// A buffered file or stream that output goes to; errors are thrown as command failures.
///
/// Where nobody reads, an ending process waits for two seconds and then leaves the rest out; of the
/// standard output that is an error.
struct OutputFile: ~Copyable {
  /// What becomes of output that its reader does not take.
  enum SlowReader {
    /// It is waited for.
    case waits
    /// It stays in memory up to a megabyte; what comes then is dropped, where it may be.
    case drops
  }

  private static let capacity = 1 << 16
  private static let backlog = 1 << 20

  private var descriptor: OutputDescriptor
  private let slowReader: SlowReader
  private var patience: ReaderPatience
  private var buffer: [UInt8] = []
  /// Whether something was left out because the reader was too slow, and it has not been told.
  private var hasOmitted = false

  /// The standard output, waited for.
  static var standard: OutputFile { standard(.waits) }

  /// The standard output; the descriptor that is shared with others stays as it is.
  static func standard(_ slowReader: SlowReader) -> OutputFile { OutputFile(.standard, slowReader) }

  /// Creates or replaces a file that an option names, or whose folder it names.
  ///
  /// What it held before stays until there is something to put in its place; where it may not be
  /// replaced, the file must not be there.
  static func create(
    _ path: String, option: String = "--output", mayReplace: Bool = true
  ) throws(CommandFailure) -> OutputFile {
    OutputFile(
      try .open(path, O_WRONLY, 0o644, option: option, mayReplace: mayReplace), .waits)
  }

  /// Creates or replaces a file that is written while a call is heard, for the user only.
  ///
  /// A pipe is opened for reading too: its reader may come later, go and come again.
  static func live(
    _ path: String, option: String, _ slowReader: SlowReader
  ) throws(CommandFailure) -> OutputFile {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      return OutputFile(try .open(path, O_RDWR | O_NONBLOCK, 0o600, option: option), slowReader)
    }
    return OutputFile(try .open(path, O_WRONLY, 0o600, option: option), .waits)
  }

  private init(_ descriptor: consuming OutputDescriptor, _ slowReader: SlowReader) {
    self.descriptor = descriptor
    self.slowReader = slowReader
    patience = ReaderPatience(slowReader)
    buffer.reserveCapacity(Self.capacity)
  }

  /// Whether it is a file as others are, so that nobody waits for what comes.
  var isRegular: Bool { descriptor.isRegular }

  /// Whether the output is a terminal.
  var isTerminal: Bool { isatty(descriptor.number) == 1 }

  /// The columns of that terminal; nil where there is none.
  var columns: Int? { ReportStyle.columns(of: descriptor.number) }

  /// Adds bytes, writing when the buffer is full; some must not be left out, however much waits.
  mutating func append(_ bytes: [UInt8], mayDrop: Bool = true) throws(CommandFailure) {
    guard slowReader == .waits || !mayDrop || buffer.count + bytes.count <= Self.backlog else {
      hasOmitted = true
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Whether something was left out since the last call, once there is room to say so or it must
  /// be said.
  mutating func takeOmission(isDue: Bool = false) -> Bool {
    guard hasOmitted, isDue || buffer.count < Self.backlog / 2 else { return false }
    hasOmitted = false
    return true
  }

  /// Adds lines.
  mutating func append(lines: [String], mayDrop: Bool = true) throws(CommandFailure) {
    for line in lines { try append(Array("\(line)\n".utf8), mayDrop: mayDrop) }
  }

  /// Throws where the reader of a pipe has left, also while there is nothing to write.
  func checkReader() throws(CommandFailure) {
    var entry = pollfd(fd: descriptor.number, events: 0, revents: 0)
    guard poll(&entry, 1, 0) > 0 else { return }
    // A terminal that has gone hangs up as well: the next write ends that as it should.
    if entry.revents & Int16(POLLERR | POLLHUP) == Int16(POLLERR) { throw .closedPipe }
  }

  /// Writes what is buffered, as far as the reader takes it.
  mutating func flush() throws(CommandFailure) { try write(isLast: false) }

  /// Writes all that is left; a reader that takes nothing is waited for for two seconds.
  mutating func finish() throws(CommandFailure) {
    try write(isLast: true)
    // A pipe that a user has made need not have a reader.
    guard patience.isOver, descriptor.isStandard else { return }
    throw CommandFailure(
      exitCode: 74,
      message: "\(descriptor.name): its end was not written, because nothing read it for 2 s; "
        + "read faster, or write to a file with --events")
  }

  private mutating func write(isLast: Bool) throws(CommandFailure) {
    descriptor.empty()
    var written = 0
    while written < buffer.count, patience.hasRoom(in: descriptor.number, isLast: isLast) {
      let count = buffer.withUnsafeBytes { descriptor.write($0[written...]) }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        let error = errno
        // The beginning of a line that could not be written to its end.
        let torn = buffer[..<written].reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        descriptor.takeBack(torn)
        buffer.removeAll()
        if error == EPIPE { throw .closedPipe }
        // What a terminal answers once it has gone.
        if error == EIO, !descriptor.isRegular {
          Termination.hangUp()
          throw CommandFailure(signal: SIGHUP)
        }
        throw CommandFailure(
          exitCode: 74,
          message: "\(descriptor.name): cannot be written: \(String(cString: strerror(error)))")
      }
      written += count
    }
    if patience.isOver { written = buffer.count }
    buffer.removeSubrange(..<written)
  }
}
