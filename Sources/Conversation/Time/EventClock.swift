/// The time of an event wherever people read it: one event has one time everywhere.
///
/// For a recording it is the time in the recording, as in its report; for a live call the time in the
/// call, and between calls the time since listening began.
public struct EventClock: Equatable, Sendable {
  /// What times are counted from.
  public enum Origin: Sendable {
    /// The beginning of the recording or session.
    case stream
    /// The beginning of the call.
    case call
  }

  /// What times are counted from.
  public let origin: Origin
  /// The second of the day at which the stream began; nil where it is not known.
  public let secondOfDay: Int?
  /// The beginning of the newest call.
  private var start: SampleTime?
  /// The end of the newest call; nil while it is under way.
  private var end: SampleTime?

  /// Creates a clock at the start of a stream.
  public init(_ origin: Origin = .call, secondOfDay: Int? = nil) {
    self.origin = origin
    self.secondOfDay = secondOfDay
  }

  /// Takes the next event, before its time is asked for.
  public mutating func follow(_ event: Event) {
    switch event.kind {
    case .callStarted(let start): (self.start, end) = (start, nil)
    case .callEnded(let interval, _): (start, end) = (interval.start, interval.end)
    default: break
    }
  }

  /// When an event happened, in the stream; a lesson stands at the end of its call.
  public func moment(of event: Event) -> SampleTime {
    if case .lesson = event.kind, let end { return end }
    return event.moment
  }

  /// A time of the stream as people read it.
  public func reading(_ time: SampleTime) -> SampleTime {
    guard origin == .call, let start else { return time }
    guard let end else { return max(.zero, time - start) }
    return time >= start && time <= end ? time - start : time
  }

  /// The hour and minute of a time of the stream, such as `(9, 5)`; nil where it is not known.
  public func timeOfDay(_ time: SampleTime) -> (hour: Int, minute: Int)? {
    secondOfDay.map { second in
      let minute = (second + time.ticks / SampleTime.ticksPerSecond) / 60
      return (minute / 60 % 24, minute % 60)
    }
  }
}
