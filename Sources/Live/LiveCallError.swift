import Glibc

/// The system has no thread for the engine.
public struct LiveCallError: Error, Equatable, Sendable {
  /// The system's error number.
  public let systemError: Int32
}

extension LiveCallError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    "cannot start a thread for the engine: \(String(cString: strerror(systemError))); close other programs"
  }
}
