internal import CALSA
internal import Glibc

/// A playback device that could not be opened, with a remedy in its description.
public struct PlaybackError: Error, Hashable, Sendable {
  /// The ALSA name of the device.
  public let device: String
  /// The system's error number.
  public let systemError: Int32

  /// Whether there is no device of that name.
  public var isUnknown: Bool { [ENOENT, ENXIO, ENODEV].contains(systemError) }
}

extension PlaybackError: CustomStringConvertible {
  /// The line for people.
  public var description: String {
    let remedy =
      switch systemError {
      case ENOENT, ENXIO, ENODEV: "there is no such output; 'interject devices' lists the outputs"
      case EBUSY, EAGAIN: "another program is using it; close it, or name another output"
      case EACCES, EPERM: "you may not open it; join the group 'audio'"
      case ECONNREFUSED, EHOSTDOWN: "the sound server does not answer; start it"
      default: String(cString: snd_strerror(-systemError)) + "; name another output"
      }
    return "opening output '\(device)' failed: \(remedy)"
  }
}
