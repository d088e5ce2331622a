import Glibc

/// A question that is answered with a key and return, where somebody is there to answer.
enum CheckQuestion {
  /// Asks on stderr; false where nobody can answer.
  ///
  /// A bare return is the usual answer.
  static func ask(_ question: String, usually: Bool) -> Bool {
    guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal, !Termination.isRequested else {
      return false
    }
    // What was typed while it listened is no answer.
    tcflush(STDIN_FILENO, TCIFLUSH)
    StandardError.write("\(question) [\(usually ? "Y/n" : "y/N")] ")
    guard let answer = line()?.lowercased(), !Termination.isRequested else {
      StandardError.write("\n")
      return false
    }
    return answer.isEmpty ? usually : answer.hasPrefix("y")
  }

  /// The line that is typed; nil at the end of input, and once a signal has come, after which
  /// `readLine` would begin anew for ever.
  private static func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while !Termination.isRequested {
      // A signal or the end of a tenth of a second makes us ask again.
      guard poll(&request, 1, 100) > 0 else { continue }
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
