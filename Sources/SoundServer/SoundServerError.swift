internal import CSoundServer

/// The sound server could not be asked.
package struct SoundServerError: Error, Hashable, Sendable {
  /// The kinds of failure that a caller can tell apart.
  package enum Code: Hashable, Sendable {
    /// There is no library to reach a sound server with.
    case noLibrary
    /// There is no server, or it has ended the connection.
    case gone
    /// The server does not answer in time.
    case silent
  }

  /// The kind of failure.
  package let code: Code

  package init(_ code: Code) {
    self.code = code
  }

  /// The error for a reason of the library's.
  init(reason: Int32) {
    switch Int(reason) {
    case IJ_SOUND_NO_LIBRARY: code = .noLibrary
    case IJ_SOUND_SILENT: code = .silent
    default: code = .gone
    }
  }
}
