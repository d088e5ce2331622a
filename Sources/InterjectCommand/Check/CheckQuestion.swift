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
    guard let answer = readLine()?.lowercased(), !Termination.isRequested else {
      StandardError.write("\n")
      return false
    }
    return answer.isEmpty ? usually : answer.hasPrefix("y")
  }
}
