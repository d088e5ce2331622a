import Conversation

/// How the agent was heard while the customer talked: follows the turn of the customer under way.
struct ListeningStretches {
  /// More than anyone says in a turn of the other.
  private static let capacity = 256

  /// What a turn of the customer was to the listener.
  struct Turn {
    /// The longest part of it in which nothing was heard from the agent.
    var silent: Interval
    /// The agent's short words in it.
    var shortWords: Int
  }

  private var speech: [Interval] = []
  private var shortWords: [SampleTime] = []

  init() {
    speech.reserveCapacity(Self.capacity)
    shortWords.reserveCapacity(Self.capacity)
  }

  mutating func add(speech interval: Interval) {
    if speech.count == Self.capacity { speech.removeFirst(Self.capacity / 2) }
    speech.append(interval)
  }

  mutating func add(shortWord start: SampleTime) {
    if shortWords.count == Self.capacity { shortWords.removeFirst(Self.capacity / 2) }
    shortWords.append(start)
  }

  /// Ends a turn of the customer.
  mutating func close(_ turn: Interval) -> Turn {
    var silent = Interval(start: turn.start, end: turn.start)
    var since = turn.start
    for interval in speech where interval.end > turn.start && interval.start < turn.end {
      if interval.start - since > silent.length {
        silent = Interval(start: since, end: interval.start)
      }
      since = max(since, interval.end)
    }
    if turn.end - since > silent.length { silent = Interval(start: since, end: turn.end) }
    let words = shortWords.count { $0 >= turn.start && $0 < turn.end }
    speech.removeAll { $0.end <= turn.end }
    shortWords.removeAll { $0 < turn.end }
    return Turn(silent: silent, shortWords: words)
  }
}
