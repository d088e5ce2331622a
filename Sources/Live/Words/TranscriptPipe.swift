import CRealtime
import Glibc
import Realtime
import Words

/// Reads words as JSON lines from a pipe or a file, on a thread of its own, while a call runs.
final class TranscriptPipe: ThreadWork {
  private let descriptor: Int32
  private let agent: String?
  private let adviceOnParties: String?
  private let channel: WordChannel

  init(_ descriptor: Int32, agent: String?, adviceOnParties: String?, _ channel: WordChannel) {
    self.descriptor = descriptor
    self.agent = agent
    self.adviceOnParties = adviceOnParties
    self.channel = channel
  }

  func run() {
    let problem = read()
    if descriptor > STDERR_FILENO { close(descriptor) }
    channel.put(.over(problem))
  }

  /// Reads to the end; what went wrong is returned.
  private func read() -> String? {
    var lines = TranscriptLines(agent: agent, adviceOnParties: adviceOnParties)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    while !channel.isClosed {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // A pipe that nobody has opened for writing yet is waited for here.
      guard ij_poll(&entry, 1, 100) > 0 else { continue }
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else {
        let problem = count < 0 ? String(cString: strerror(errno)) : nil
        lines.finish().forEach { channel.put($0) }
        return problem
      }
      for delivery in lines.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
        guard channel.put(delivery) else { return nil }
      }
    }
    return nil
  }
}
