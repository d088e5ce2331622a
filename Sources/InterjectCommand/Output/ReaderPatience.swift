import Glibc

/// Waits for whoever reads an output for as long as that reader deserves it.
struct ReaderPatience {
  /// The milliseconds for which an ending process waits for a reader that takes nothing.
  private static let farewell = 2000

  private let slowReader: OutputFile.SlowReader
  /// Whether nothing more is written, since nobody reads.
  private(set) var isOver = false

  init(_ slowReader: OutputFile.SlowReader) {
    self.slowReader = slowReader
  }

  /// Whether something can be written; `isLast` tells that nothing comes after it.
  mutating func hasRoom(in descriptor: Int32, isLast: Bool) -> Bool {
    var left = Self.farewell
    while !isOver {
      let isEnding = Termination.isRequested
      let mayWait = slowReader == .waits || isEnding || isLast
      var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if poll(&entry, 1, mayWait ? 100 : 0) > 0 { return true }
      guard mayWait else { return false }
      if isEnding || (isLast && slowReader == .drops) { left -= 100 }
      isOver = left <= 0
    }
    return false
  }
}
