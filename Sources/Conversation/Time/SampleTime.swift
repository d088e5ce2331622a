/// A point in the stream, or a length of it, counted in samples of 16 kHz from its start.
///
/// Both engine rates divide it evenly: a sample at 8 kHz is two ticks, a frame is 160.
public struct SampleTime: Comparable, Hashable, Sendable {
  /// The ticks in a second.
  public static let ticksPerSecond = 16_000
  /// The start of the stream.
  public static let zero: SampleTime = SampleTime(ticks: 0)
  /// One frame, 10 ms.
  public static let frame: SampleTime = SampleTime(ticks: 160)

  /// The count of 16 kHz samples.
  public var ticks: Int

  /// Creates a time from a count of 16 kHz samples.
  public init(ticks: Int) {
    self.ticks = ticks
  }

  /// Creates a time from a count of 10 ms frames.
  public init(frames: Int) {
    self.ticks = frames * SampleTime.frame.ticks
  }

  /// Creates the time nearest to a number of seconds.
  public init(seconds: Double) {
    self.ticks = Int((seconds * Double(SampleTime.ticksPerSecond)).rounded())
  }

  /// The time in seconds.
  public var seconds: Double { Double(ticks) / Double(SampleTime.ticksPerSecond) }

  /// The whole frames in the time, rounded down.
  public var frames: Int { ticks / SampleTime.frame.ticks }

  /// Tells whether one time comes before another.
  public static func < (left: SampleTime, right: SampleTime) -> Bool { left.ticks < right.ticks }

  /// Adds a length to a time.
  public static func + (left: SampleTime, right: SampleTime) -> SampleTime {
    SampleTime(ticks: left.ticks + right.ticks)
  }

  /// Subtracts a length from a time.
  public static func - (left: SampleTime, right: SampleTime) -> SampleTime {
    SampleTime(ticks: left.ticks - right.ticks)
  }

  /// Adds a length in place.
  public static func += (left: inout SampleTime, right: SampleTime) { left.ticks += right.ticks }

  /// Subtracts a length in place.
  public static func -= (left: inout SampleTime, right: SampleTime) { left.ticks -= right.ticks }
}
