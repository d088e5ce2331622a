import Glibc

/// The standard input as lines, with blocks of bytes between them where a line announces some.
struct LineReader: ~Copyable {
  /// The longest line; a longer one is no path and no request.
  static let longestLine = 1 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The next line without its end; nil at the end of the input, or once the process is to end.
  ///
  /// A line that is too long comes cut off; what follows is its rest.
  mutating func next() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if buffer.count - start > Self.longestLine || (isAtEnd && start < buffer.count) {
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      let before = start
      guard !isAtEnd, fill() else { return nil }
      searched -= before - start
    }
  }

  /// Hands the next bytes over in pieces; returns how many there were before the input ended.
  mutating func take(_ count: Int, piece: (ArraySlice<UInt8>) -> Void) -> Int {
    var taken = 0
    while taken < count {
      if start == buffer.count, isAtEnd || !fill() { break }
      let end = min(buffer.count, start + count - taken)
      piece(buffer[start..<end])
      taken += end - start
      start = end
    }
    return taken
  }

  /// Reads more; false at the end, or once the process is to end.
  private mutating func fill() -> Bool {
    buffer.removeSubrange(..<start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while !Termination.isRequested {
      var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 100) > 0 else { continue }
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      isAtEnd = count <= 0
      if count > 0 { buffer += chunk[..<count] }
      // What has no line end at the end of the input is a line, too.
      return count > 0 || !buffer.isEmpty
    }
    return false
  }
}
