internal import CALSA
internal import Glibc

/// A playback device that could not be opened.
public struct PlaybackError: Error, Hashable, Sendable {
  /// The kinds of failure that a caller can tell apart.
  public enum Code: Hashable, Sendable {
    /// There is no device of that name.
    case unknown
    /// Another program is using it.
    case busy
    /// The user may not open it.
    case forbidden
    /// The sound server that it leads to does not answer.
    case unreachable
    /// Anything else, as the system names it.
    case failed
  }

  /// The ALSA name of the device.
  public let device: String
  /// The system's error number.
  public let systemError: Int32

  /// The kind of failure.
  public var code: Code {
    switch systemError {
    case ENOENT, ENXIO, ENODEV: .unknown
    case EBUSY, EAGAIN: .busy
    case EACCES, EPERM: .forbidden
    case ECONNREFUSED, EHOSTDOWN: .unreachable
    default: .failed
    }
  }
}

extension PlaybackError: CustomStringConvertible {
  /// The line for people, without what to do.
  public var description: String {
    let reason =
      switch code {
      case .unknown: "there is no such output"
      case .busy: "another program is using it"
      case .forbidden: "you may not open it"
      case .unreachable: "the sound server does not answer"
      case .failed: String(cString: snd_strerror(-systemError))
      }
    return "opening output '\(device)' failed: \(reason)"
  }
}
