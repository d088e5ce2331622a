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
    /// An open descriptor, read from front to back and left open; `name` stands in messages.
    case descriptor(Int32, name: String)
  }

  /// Whether it can be read more than once.
  public var isFile: Bool {
    guard case .path(let path) = location else { return false }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The name that messages use.
  public var name: String {
    switch location {
    case .path(let path): path
    case .descriptor(_, let name): name
    }
  }
}
