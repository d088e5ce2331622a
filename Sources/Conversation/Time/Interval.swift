/// A stretch of the stream from `start` up to, not including, `end`.
public struct Interval: Hashable, Sendable {
  /// The first sample.
  public var start: SampleTime
  /// The sample after the last.
  public var end: SampleTime

  /// Creates a stretch.
  public init(start: SampleTime, end: SampleTime) {
    self.start = start
    self.end = end
  }

  /// The length of the stretch.
  public var length: SampleTime { end - start }
}
