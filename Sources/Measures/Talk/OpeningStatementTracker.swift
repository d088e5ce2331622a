import Conversation

/// Finds the customer's opening statement and whether it came to its end.
///
/// The customer's first turn with at least 3 s of speech in the first 60 s of the call, up to the
/// agent's first floor-changing start (Singh Ospina 2018, Mulder-Vos 2023).
struct OpeningStatementTracker {
  private static let shortest = SampleTime(seconds: 3)
  /// More segments than any turn of the first minute can have.
  private static let capacity = 512

  /// The end of the first 60 s.
  private let within: SampleTime
  private(set) var statement: OpeningStatement?
  private var isOver = false
  private var speech: [Interval] = []
  private var turn: Interval?
  private var interruptions: [(id: Int, start: SampleTime)] = []

  init(callStart: SampleTime) {
    within = callStart + SampleTime(seconds: 60)
    speech.reserveCapacity(Self.capacity)
    interruptions.reserveCapacity(Self.capacity)
  }

  /// Takes the next event.
  mutating func add(_ event: Event) {
    guard !isOver else { return }
    switch event.kind {
    case .speech(.customer, let interval):
      if interval.start < within, speech.count < Self.capacity { speech.append(interval) }
    case .interruption(let interruption) where interruption.party == .agent:
      if interruptions.count < Self.capacity {
        interruptions.append((interruption.id, interruption.start))
      }
    case .retraction(let id, _): interruptions.removeAll { $0.id == id }
    case .turn(.customer, let interval):
      // A silence may end a turn; the agent has not taken the floor then.
      if let turn, spoken(in: turn) >= Self.shortest { break }
      turn = interval
      isOver = interval.start >= within
    case .turn(.agent, _):
      // The agent has the floor without having taken it: how the turn ended was not heard.
      if let turn, spoken(in: turn) >= Self.shortest { isOver = true }
    case .transition(.customer, .agent, let offset, let start):
      if let turn { settle(turn, agentStart: start, isCompleted: offset >= .zero) }
    default: break
    }
  }

  /// Takes the end of the stream: a turn that nobody took over was completed.
  mutating func finish() {
    if !isOver, let turn { settle(turn, agentStart: turn.end, isCompleted: true) }
  }

  private mutating func settle(_ turn: Interval, agentStart: SampleTime, isCompleted: Bool) {
    self.turn = nil
    guard spoken(in: turn) >= Self.shortest else { return }
    let end = max(agentStart, turn.start)
    let first = interruptions.first { $0.start >= turn.start && $0.start <= end }
    statement = OpeningStatement(
      interval: Interval(start: turn.start, end: end),
      firstInterrupted: first.map { $0.start - turn.start }, completed: isCompleted)
    isOver = true
  }

  /// The customer's speech in a turn, as far as it lies in the first minute.
  private func spoken(in turn: Interval) -> SampleTime {
    var spoken = SampleTime.zero
    for interval in speech where interval.end > turn.start && interval.start < turn.end {
      let start = max(interval.start, turn.start)
      let end = min(interval.end, turn.end, within)
      if end > start { spoken += end - start }
    }
    return spoken
  }
}
