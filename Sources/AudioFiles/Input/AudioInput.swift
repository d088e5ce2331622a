import Glibc

/// One place that samples come from: a file, or a pipe.
public struct AudioInput: Hashable, Sendable {
  /// Where the bytes are.
  public var location: Location
  /// What they are where no header says so; nil for audio files.
  public var raw: RawFormat?

  /// Creates an input.
  public init(_ location: Location, raw: RawFormat? = nil) {
    self.location = location
    self.raw = raw
  }

  /// Creates the input that a command-line argument names: `-` is the standard input.
  public init(argument: String, raw: RawFormat? = nil) {
    self.init(argument == "-" ? .descriptor(0, name: "stdin") : .path(argument), raw: raw)
  }
}

extension AudioInput {
  /// Where bytes are.
  public enum Location: Hashable, Sendable {
    /// A file, or the name of a pipe.
    case path(String)
    /// An open descriptor, which is left open; `name` stands in messages. One that stands at the
    /// beginning of a file is read as that file is, any other from front to back.
    case descriptor(Int32, name: String)
  }

  /// Whether it can be read more than once.
  public var isFile: Bool {
    switch location {
    case .path(let path):
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    case .descriptor(let descriptor, _):
      return AudioInput.fileLength(behind: descriptor) != nil
    }
  }

  /// The length of the file at whose beginning a descriptor stands; nil for a pipe, and for a file of
  /// which something was read.
  static func fileLength(behind descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      lseek(descriptor, 0, SEEK_CUR) == 0
    else { return nil }
    return Int(status.st_size)
  }

  /// The name by which it is opened; nil for a descriptor, whose file this user may have no right to
  /// open by name.
  var path: String? {
    if case .path(let path) = location { path } else { nil }
  }

  /// The name that messages use.
  public var name: String {
    switch location {
    case .path(let path): path
    case .descriptor(_, let name): name
    }
  }
}
