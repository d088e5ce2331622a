import Conversation

/// Finds the customer's opening statement and whether it came to its end.
///
/// The customer's first turn with at least 3 s of speech, be it late, up to the agent's first
/// floor-changing start, or to its own end before that (Singh Ospina 2018, Mulder-Vos 2023).
/// Interruptions that stand and early answers decide whether it was finished, also those of which is
/// heard later only.
struct OpeningStatementTracker {
  private static let shortest = SampleTime(seconds: 3)
  /// A statement that begins later is late.
  private static let usual = SampleTime(seconds: 60)
  /// More than a turn has before it counts as one of substance.
  private static let capacity = 512

  private let usualUntil: SampleTime
  /// The customer's speech that may belong to its turn.
  private var speech: [Interval] = []
  private var turn: Interval?
  /// The customer's words that were found, and when the agent started after them or in them.
  private var found: (words: Interval, agentStart: SampleTime)?
  private var isOver = false
  private var interruptions:
    [(id: Int, start: SampleTime, outcome: InterruptionOutcome?, isMarkedWrong: Bool)] = []
  /// When the agent answered early last.
  private var answered: SampleTime?

  init(callStart: SampleTime) {
    usualUntil = callStart + Self.usual
    speech.reserveCapacity(Self.capacity)
    interruptions.reserveCapacity(Self.capacity)
  }

  /// The statement; nil while none has been found.
  var statement: OpeningStatement? {
    guard let (words, agentStart) = found else { return nil }
    var first: SampleTime?
    var isCut = answered == agentStart
    var markedWrong = 0
    var end = min(agentStart, words.end)
    for flag in interruptions where flag.start >= words.start && flag.start <= agentStart {
      if flag.isMarkedWrong {
        markedWrong += 1
        // What was no interruption did not cut it short either.
        if flag.outcome == nil || flag.outcome == .floorTaken { end = words.end }
        continue
      }
      first = min(first ?? flag.start, flag.start)
      // Of words that were lost the flag alone tells.
      end = max(end, flag.start)
      if flag.outcome == nil || flag.outcome == .floorTaken { isCut = true }
    }
    return OpeningStatement(
      interval: Interval(start: words.start, end: end),
      firstInterrupted: first.map { $0 - words.start }, completed: !isCut,
      isLate: words.start >= usualUntil, markedWrong: markedWrong)
  }

  /// Takes the next event.
  mutating func add(_ event: Event) {
    switch event.kind {
    case .retraction(let id, _): interruptions.removeAll { $0.id == id }
    case .contest(let id): mark(id, isWrong: true)
    case .contestWithdrawn(let id): mark(id, isWrong: false)
    case .interruptionResolved(let end): resolve(end)
    case .prematureAnswer(.agent, let start, _):
      if found.map({ start <= $0.agentStart }) ?? true { answered = start }
    default: if !isOver { follow(event.kind) }
    }
  }

  private mutating func mark(_ id: Int, isWrong: Bool) {
    guard let index = interruptions.firstIndex(where: { $0.id == id }) else { return }
    interruptions[index].isMarkedWrong = isWrong
  }

  /// Takes the end of the stream: a turn that nobody took over was completed.
  mutating func finish() {
    if !isOver, let turn { settle(turn, agentStart: turn.end) }
  }

  private mutating func follow(_ kind: Event.Kind) {
    switch kind {
    case .speech(.customer, let interval):
      if speech.count == Self.capacity { speech.removeFirst(Self.capacity / 2) }
      speech.append(interval)
    case .interruption(let flag) where flag.party == .agent:
      if interruptions.count < Self.capacity {
        interruptions.append((flag.id, flag.start, nil, false))
      }
    case .turn(.customer, let interval):
      // A silence may end a turn; the agent has not taken the floor then.
      if let turn, spoken(in: turn) >= Self.shortest { break }
      turn = interval
      speech.removeAll { $0.end <= interval.start }
      interruptions.removeAll { $0.start < interval.start }
    case .turn(.agent, _):
      // The agent has the floor without having taken it: how the turn ended was not heard.
      if let turn, spoken(in: turn) >= Self.shortest { isOver = true }
    case .transition(.customer, .agent, _, let start):
      if let turn { settle(turn, agentStart: start) }
    default: break
    }
  }

  /// What may have been agreement is no interruption of it.
  private mutating func resolve(_ end: InterruptionResolution) {
    guard let index = interruptions.firstIndex(where: { $0.id == end.id }) else { return }
    if end.agreement == nil {
      interruptions[index].outcome = end.outcome
    } else {
      interruptions.remove(at: index)
    }
  }

  private mutating func settle(_ turn: Interval, agentStart: SampleTime) {
    self.turn = nil
    guard spoken(in: turn) >= Self.shortest else { return }
    // A silence may have ended the turn, and the customer have gone on after it.
    let last = speech.last { $0.start < agentStart && $0.end > turn.start }?.end ?? turn.end
    found = (Interval(start: turn.start, end: last), max(agentStart, turn.start))
    isOver = true
  }

  private func spoken(in turn: Interval) -> SampleTime {
    var spoken = SampleTime.zero
    for interval in speech where interval.end > turn.start && interval.start < turn.end {
      spoken += min(interval.end, turn.end) - max(interval.start, turn.start)
    }
    return spoken
  }
}
