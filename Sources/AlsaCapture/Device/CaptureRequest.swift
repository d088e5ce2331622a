/// Which channels of which device to capture, and how.
public struct CaptureRequest: Hashable, Sendable {
  /// The ALSA PCM name, such as `default`, `plughw:1` or `pulse:DEVICE=@DEFAULT_MONITOR@`.
  public var device: String
  /// The channels to deliver, counted from 1; empty delivers one, mixed by the device if it can.
  public var channels: [Int]
  /// How to open and watch the device.
  public var settings: CaptureSettings

  /// Creates a request for channels of a device.
  public init(device: String, channels: [Int] = [], settings: CaptureSettings = CaptureSettings()) {
    self.device = device
    self.channels = channels
    self.settings = settings
  }

  /// The number of channels that will be delivered.
  public var channelCount: Int { max(1, channels.count) }
}
