import Glibc
import Reporting

/// A buffered file or stream that output goes to; errors are thrown as command failures.
struct OutputFile: ~Copyable {
  private static let capacity = 1 << 16

  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  /// Whether what the file held before has been dropped.
  private var isEmptied = false

  /// The standard output.
  static var standard: OutputFile {
    OutputFile(descriptor: STDOUT_FILENO, name: "stdout", isOwned: false)
  }

  /// Creates or replaces a file that an option names, or whose folder it names.
  ///
  /// What it held before stays until there is something to put in its place.
  static func create(
    _ path: String, option: String = "--output"
  ) throws(CommandFailure) -> OutputFile {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandFailure(
        exitCode: 74,
        message: "\(path): cannot be written: \(String(cString: strerror(errno))); "
          + "name another place with \(option)")
    }
    return OutputFile(descriptor: descriptor, name: path, isOwned: true)
  }

  private init(descriptor: Int32, name: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.isOwned = isOwned
    buffer.reserveCapacity(Self.capacity)
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Whether the output is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of that terminal; nil where there is none.
  var columns: Int? { ReportStyle.columns(of: descriptor) }

  /// Adds bytes, writing when the buffer is full.
  mutating func append(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Adds lines.
  mutating func append(lines: [String]) throws(CommandFailure) {
    for line in lines { try append(Array("\(line)\n".utf8)) }
  }

  /// Whether two paths lead to the same file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Writes what is buffered.
  mutating func flush() throws(CommandFailure) {
    guard !buffer.isEmpty else { return }
    if isOwned, !isEmptied {
      isEmptied = true
      // A device or a pipe has nothing to drop.
      _ = ftruncate(descriptor, 0)
    }
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        buffer.removeAll()
        if errno == EPIPE { throw .closedPipe }
        throw CommandFailure(
          exitCode: 74,
          message: "\(name): cannot be written: \(String(cString: strerror(errno)))")
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
