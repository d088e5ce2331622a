import Conversation

/// The hold that a call is in and the last one that it was in: what lies in them does not count.
struct CallHolds: Sendable {
  /// A stretch in which the call goes on without the parties.
  struct Hold: Equatable, Sendable {
    var start: SampleTime
    /// Whether the user asked for it, and not the music.
    var isAsked: Bool
  }

  /// The one under way.
  private(set) var current: Hold?
  private var last: Interval?

  /// Begins a hold.
  mutating func begin(at start: SampleTime, isAsked: Bool) {
    current = Hold(start: start, isAsked: isAsked)
  }

  /// Ends the hold under way, not before it has begun, and returns it.
  mutating func end(at end: SampleTime) -> Interval? {
    guard let current else { return nil }
    let interval = Interval(start: current.start, end: max(end, current.start))
    self.current = nil
    last = interval
    return interval
  }

  /// The first moment from a time on that is not in the last hold.
  func firstOutside(from time: SampleTime) -> SampleTime { max(time, last?.end ?? time) }

  /// Whether a stretch or a moment lies partly in the hold under way or in the last one.
  func touch(_ interval: Interval) -> Bool {
    if let current, interval.end >= current.start { return true }
    guard let last else { return false }
    return interval.start < last.end && interval.end >= last.start
  }
}
