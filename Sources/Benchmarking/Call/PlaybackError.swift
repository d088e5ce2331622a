import CALSA

/// An output device cannot be played to.
public struct PlaybackError: Error, Equatable, Sendable {
  /// The ALSA name of the device.
  public let device: String
  /// What libasound said.
  public let status: Int32
}

extension PlaybackError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    "playing to \(device): \(String(cString: snd_strerror(status))); name an output of a sound "
      + "server, such as 'pulse:DEVICE=NAME' (pactl list short sinks)"
  }
}
