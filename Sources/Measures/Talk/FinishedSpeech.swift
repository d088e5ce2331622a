import Conversation

/// The last finished segments of a party, and the one that has begun, as the events tell them.
struct FinishedSpeech {
  private static let capacity = 16

  private var finished: [Interval] = []
  private var begun: SampleTime?

  init() {
    finished.reserveCapacity(Self.capacity)
  }

  /// Takes an event about the party's speech; others change nothing.
  mutating func add(_ kind: Event.Kind, of party: Party) {
    switch kind {
    case .speechStarted(party, let start): begun = start
    case .speechCancelled(party, _): begun = nil
    case .speech(party, let interval):
      begun = nil
      if finished.count == Self.capacity { finished.removeFirst() }
      finished.append(interval)
    default: break
    }
  }

  /// Whether the party was speaking at a moment.
  func contains(_ time: SampleTime) -> Bool {
    if let begun, begun <= time { return true }
    return finished.contains { $0.start <= time && time < $0.end }
  }

  /// The end of the first remembered segment that goes beyond a moment.
  func end(after time: SampleTime) -> SampleTime? {
    finished.first { $0.end > time }?.end
  }
}
