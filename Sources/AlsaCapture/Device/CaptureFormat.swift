internal import Conversation

/// What was agreed with a device when it was opened.
public struct CaptureFormat: Hashable, Sendable {
  /// The sample rate in hertz.
  public let rate: Int
  /// The channels that the device delivers, of which some are chosen.
  public let deviceChannels: Int
  /// The form of its samples.
  public let encoding: SampleEncoding
  /// The frames after which the capture thread is woken.
  public let periodFrames: Int
  /// The frames that the device keeps until they are fetched.
  public let bufferFrames: Int

  /// The length of a period in samples of another rate.
  func period(at rate: EngineRate) -> Int { periodFrames * rate.rawValue / self.rate }

  /// The bytes of one frame of the device.
  var frameBytes: Int { deviceChannels * encoding.byteCount }
}
