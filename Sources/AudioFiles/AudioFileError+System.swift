import Glibc

extension AudioFileError {
  /// The error for a file that the system did not open.
  static func opening(_ path: String, _ number: Int32) -> AudioFileError {
    switch number {
    // What is no UTF-8 in an argument has become U+FFFD, and the file's name is lost.
    case ENOENT where path.contains("\u{FFFD}"):
      AudioFileError(
        .noSuchFile, at: path, problem: "cannot be opened, because the name is not UTF-8",
        remedy: "rename the file, or link it to another name")
    case ELOOP:
      AudioFileError(
        .noSuchFile, at: path, problem: "is a link that points to itself",
        remedy: "name the file that it should point to")
    case ENXIO:
      AudioFileError(
        .noDevice, at: path, problem: "is a socket, or a device that does not exist",
        remedy: "name a file, or - for the standard input")
    case ENOENT, ENOTDIR, ENAMETOOLONG:
      AudioFileError(.noSuchFile, at: path, problem: "no such file", remedy: "check the name")
    case EACCES, EPERM:
      AudioFileError(
        .unreadable, at: path, problem: "permission denied",
        remedy: "allow reading it, for example with chmod +r")
    default:
      reading(path, number)
    }
  }

  /// The error for bytes that the system did not deliver.
  static func reading(_ place: String, _ number: Int32) -> AudioFileError {
    AudioFileError(
      .readFailed, at: place, problem: "reading failed (\(String(cString: strerror(number))))",
      remedy: "check the disk or the connection and try again")
  }
}
