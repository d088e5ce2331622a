import Glibc

/// The descriptors 0, 1 and 2, which whoever started the program may have closed.
enum StandardStreams {
  /// Keeps the numbers of closed ones from going to files that are opened later.
  ///
  /// What takes their place is opened the wrong way round: results that nobody can have are an
  /// error, as with any other program, and not lost without a word.
  static func occupyClosed() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
