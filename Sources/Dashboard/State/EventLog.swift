import Conversation

/// The newest entries for the list of events, oldest first.
struct EventLog: Equatable, Sendable {
  private static let capacity = 400

  private(set) var entries: [LogEntry] = []

  /// Adds an entry where its time in the stream belongs.
  mutating func add(_ kind: LogEntry.Kind, at time: SampleTime, _ clock: EventClock) {
    let entry = LogEntry(time: time, reading: clock.reading(time), kind: kind)
    // Nearly always the last.
    let index = entries.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
    entries.insert(entry, at: index)
    if entries.count > Self.capacity { entries.removeFirst(Self.capacity / 4) }
  }

  /// Gives entries after a time the times of the call that has begun then.
  mutating func reread(from start: SampleTime, _ clock: EventClock) {
    for index in entries.indices.reversed() {
      // What ended at this moment is of the call before.
      guard entries[index].time > start else { return }
      entries[index].reading = clock.reading(entries[index].time)
    }
  }

  /// Changes the newest entry for which `change` returns a new kind.
  ///
  /// False where there is none, as after so many entries that it has been dropped.
  @discardableResult
  mutating func update(_ change: (LogEntry.Kind) -> LogEntry.Kind?) -> Bool {
    for index in entries.indices.reversed() {
      if let kind = change(entries[index].kind) {
        entries[index].kind = kind
        return true
      }
    }
    return false
  }

  /// Takes entries away.
  mutating func remove(_ isObsolete: (LogEntry.Kind) -> Bool) {
    entries.removeAll { isObsolete($0.kind) }
  }

  mutating func removeOpenInterruption(_ id: Int) {
    remove { kind in
      if case .interruption(let flag, .open) = kind { flag.id == id } else { false }
    }
  }

  /// Marks an interruption as wrong, be it settled or under way.
  mutating func contest(interruption id: Int) {
    update { kind in
      if case .interruption(let flag, let ending) = kind, flag.id == id {
        return .interruption(flag, .markedWrong(ending))
      }
      return nil
    }
  }

  /// Takes such a mark back; what is known of the interruption then, nil where it is not listed.
  mutating func withdrawContest(
    interruption id: Int
  ) -> (flag: Interruption, ending: LogEntry.Ending)? {
    var found: (Interruption, LogEntry.Ending)?
    update { kind in
      guard case .interruption(let flag, .markedWrong(let ending)) = kind, flag.id == id else {
        return nil
      }
      found = (flag, ending)
      return .interruption(flag, ending)
    }
    return found
  }

  /// Whether an interruption of the call under way is marked as wrong.
  var hasMarkedWrong: Bool {
    for entry in entries.reversed() {
      switch entry.kind {
      case .interruption(_, .markedWrong): return true
      case .callStarted, .callEnded: return false
      default: break
      }
    }
    return false
  }

  /// Whether an interruption of the call under way can be marked as wrong.
  var hasContestable: Bool {
    for entry in entries.reversed() {
      switch entry.kind {
      case .interruption(_, .open), .interruption(_, .resolved): return true
      case .callStarted, .callEnded: return false
      default: break
      }
    }
    return false
  }

  mutating func end(interruption id: Int, _ ending: LogEntry.Ending) {
    update { kind in
      switch kind {
      case .interruption(let flag, .open) where flag.id == id: .interruption(flag, ending)
      case .interruption(let flag, .markedWrong(.open)) where flag.id == id:
        .interruption(flag, .markedWrong(ending))
      default: nil
      }
    }
  }
}
