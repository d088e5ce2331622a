/// A moment that guidance names.
public struct GuidanceMoment: Equatable, Sendable {
  /// The time in the stream.
  public var time: SampleTime
  /// The call that it lies in; nil where the whole stream is one.
  public var call: NumberedCall?

  /// A call of a stream with many.
  public struct NumberedCall: Equatable, Sendable {
    /// Its number, from 1; calls in which only one party spoke have none.
    public var number: Int
    /// Its beginning in the stream.
    public var start: SampleTime

    /// Creates a call.
    public init(number: Int, start: SampleTime) {
      self.number = number
      self.start = start
    }
  }

  /// Creates a moment.
  public init(_ time: SampleTime, in call: NumberedCall? = nil) {
    self.time = time
    self.call = call
  }

  /// The time in its call, or in the stream where that is one.
  public var timeInCall: SampleTime { call.map { time - $0.start } ?? time }
}
