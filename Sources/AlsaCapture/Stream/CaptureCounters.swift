/// What has become of every frame of a device; frames are counted at the device's rate.
///
/// Nothing is lost in silence: at any time `captured` equals
/// `delivered + waiting + dropped + late`, and the stream's length `delivered + unknown` once
/// nothing waits.
public struct CaptureCounters: Hashable, Sendable {
  /// Frames read from the device.
  public var captured: Int
  /// Frames handed to the reader.
  public var delivered: Int
  /// Frames that are in the ring.
  public var waiting: Int
  /// Frames for which the ring had no room; they are part of `unknown`.
  public var dropped: Int
  /// Frames that came when their time had already been declared unknown.
  public var late: Int
  /// Frames of the stream that the reader was told are unknown, `dropped` included.
  public var unknown: Int
  /// Times that the device had to drop samples because nobody fetched them in time.
  public var overruns: Int
  /// Times that the machine or the device slept.
  public var suspensions: Int
  /// Times that the device delivered nothing for long, or lost audio without a sign.
  public var stalls: Int
  /// Times that reading failed.
  public var ioErrors: Int
  /// Times that the device was given up and closed.
  public var losses: Int
  /// Times that it could be opened again.
  public var reopenings: Int

  /// Whether every frame read is accounted for.
  public var isBalanced: Bool { captured == delivered + waiting + dropped + late }
}
