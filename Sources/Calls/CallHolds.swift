import Conversation

/// The hold that a call is in and the last one that it was in: what lies in them does not count.
struct CallHolds: Sendable {
  /// Whether the parties are there.
  enum State: Equatable, Sendable {
    /// They are, and what they say counts.
    case talking
    /// Music plays in their place, until it is over or the agent is back.
    case music(since: SampleTime)
    /// The user put the call on hold, and ends that too, however long it takes.
    case asked(since: SampleTime)

    /// The beginning of the hold; nil without one.
    var since: SampleTime? {
      switch self {
      case .talking: nil
      case .music(let since), .asked(let since): since
      }
    }

    /// Whether the user asked for it.
    var isAsked: Bool {
      if case .asked = self { true } else { false }
    }
  }

  private(set) var state = State.talking
  private var last: Interval?

  /// Begins a hold.
  mutating func begin(at start: SampleTime, isAsked: Bool) {
    state = isAsked ? .asked(since: start) : .music(since: start)
  }

  /// Ends the hold under way, not before it has begun, and returns it.
  mutating func end(at end: SampleTime) -> Interval? {
    guard let start = state.since else { return nil }
    let interval = Interval(start: start, end: max(end, start))
    state = .talking
    last = interval
    return interval
  }

  /// The first moment from a time on that is not in the last hold.
  func firstOutside(from time: SampleTime) -> SampleTime { max(time, last?.end ?? time) }

  /// Whether a stretch or a moment lies partly in the hold under way or in the last one.
  func touch(_ interval: Interval) -> Bool {
    if let start = state.since, interval.end >= start { return true }
    guard let last else { return false }
    return interval.start < last.end && interval.end >= last.start
  }
}
