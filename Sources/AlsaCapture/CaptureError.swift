/// A capture device that could not be opened or started, with a remedy in its description.
public struct CaptureError: Error, Hashable, Sendable {
  /// The kinds of failure that a caller can tell apart.
  public struct Code: Hashable, Sendable {
    private enum Value { case unknownDevice, busy, gone, denied, unreachable, unsupported, failed }
    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// No device has this name.
    public static let unknownDevice: Code = Code(.unknownDevice)
    /// Another program uses the device.
    public static let busy: Code = Code(.busy)
    /// The device was there and is gone.
    public static let gone: Code = Code(.gone)
    /// The user may not open the device.
    public static let denied: Code = Code(.denied)
    /// The sound server behind the name does not answer.
    public static let unreachable: Code = Code(.unreachable)
    /// The device has no rate, format or channel that would do.
    public static let unsupported: Code = Code(.unsupported)
    /// Anything else; the description names the system's reason.
    public static let failed: Code = Code(.failed)
  }

  /// The kind of failure.
  public let code: Code
  /// The ALSA name of the device.
  public let device: String
  /// What was being done and with what, such as `opening` or `choosing channel 3`.
  public let operation: String
  /// The system's error number; 0 where there is none.
  public let systemError: Int32
}
