import Glibc

/// A call cannot be recorded, or no longer.
public struct RecordingError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Code: Sendable {
    /// There is a file of that name already.
    case exists
    /// The file cannot be made or written.
    case unwritable
    /// A WAV file can hold no more.
    case tooLong
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let path: String
  /// The system's error number; 0 where it gave none.
  public let systemError: Int32

  /// Creates an error about a file.
  public init(_ code: Code, at path: String, systemError: Int32 = 0) {
    self.code = code
    self.path = path
    self.systemError = systemError
  }
}

extension RecordingError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch code {
    case .exists: "\(path): already exists; remove it or name another file"
    case .unwritable:
      "\(path): cannot be written"
        + (systemError == 0 ? "" : ": \(String(cString: strerror(systemError)))")
        + "; \(remedy)"
    case .tooLong: "\(path): a WAV file holds no more than 4 GiB; begin another recording"
    }
  }

  private var remedy: String {
    switch systemError {
    case ENOSPC, EDQUOT: "free some space, or name another place"
    case EFBIG: "raise the limit of file sizes, or name another place"
    case ENOENT, ENOTDIR: "name a folder that exists"
    case EACCES, EPERM, EROFS: "allow writing there, or name another place"
    default: "name another place"
    }
  }
}
