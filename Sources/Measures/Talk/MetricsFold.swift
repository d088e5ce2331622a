public import Conversation

/// The measures of a conversation, folded from its events.
public struct MetricsFold: Sendable {
  /// Transitions under this offset are quick (EVA; the usual human offset is 0.1 to 0.2 s).
  private static let quick = SampleTime(seconds: 0.2)

  private var metrics = Metrics()
  private var opening: OpeningStatementTracker
  private var interruptionOverlaps = PartyPair(
    repeating: LengthHistogram(lowest: 0, highest: 1000))
  private var responses = PartyPair(repeating: LengthHistogram(lowest: -500, highest: 1500))
  private var replies = LengthHistogram(lowest: 0, highest: 18_000)
  private typealias Flag = (id: Int, party: Party, start: SampleTime)
  private var flagged: [Flag] = []
  /// The interruptions that can still be taken back: as many as anyone would look back over.
  private var settled: [Settled] = []
  /// Those that are marked as wrong, with what came of them as far as it is known.
  private var wrong: [(flag: Flag, settled: Settled?)] = []
  private var speech = PartyPair(repeating: FinishedSpeech())
  private var credits = CreditTally()
  private var yielding = YieldingTally()
  private var previousTurn: Party?

  /// Creates the measures of an empty conversation that begins at a time of the stream.
  public init(from start: SampleTime = .zero) {
    opening = OpeningStatementTracker(callStart: start)
    flagged.reserveCapacity(64)
    settled.reserveCapacity(64)
  }

  /// Takes the next event.
  public mutating func add(_ event: Event) {
    opening.add(event)
    for party in Party.allCases { speech[party].add(event.kind, of: party) }
    credits.add(event.kind, speech: speech)
    switch event.kind {
    case .speech(let party, let interval):
      metrics.parties[party].longestStretch = max(
        metrics.parties[party].longestStretch, interval.length)
    case .turn(let party, let interval): addTurn(party, interval)
    case .transition(_, let party, let offset, let start):
      metrics.transitions += 1
      responses[party].add(offset)
      if offset < Self.quick { metrics.parties[party].responses.quick += 1 }
      yielding.addTransition(to: party, at: start)
    case .interruption(let interruption):
      flagged.append((interruption.id, interruption.party, interruption.start))
      metrics.parties[interruption.party].interruptions.open += 1
    case .interruptionResolved(let resolution): resolve(resolution)
    case .resumption(let resumption):
      metrics.parties[resumption.party].resumptions.total += 1
      if resumption.isContested { metrics.parties[resumption.party].resumptions.contested += 1 }
    case .retraction(let id, _):
      _ = close(id)
      wrong.removeAll { $0.flag.id == id }
    case .contest(let id): contest(id)
    case .contestWithdrawn(let id): withdrawContest(id)
    case .backchannel(let party, _): metrics.parties[party].backchannels += 1
    case .prematureAnswer(let party, _, _): metrics.parties[party].prematureAnswers += 1
    case .deadAir(let interval, let party): addDeadAir(interval, endedBy: party)
    case .monologue(let party, _): metrics.parties[party].monologues += 1
    case .toneChange(let change): metrics.parties[change.party].toneChanges += 1
    case .speechStarted, .speechCancelled, .overlapStarted, .overlap, .unknown,
      .deadAirStarted, .monologueStarted, .device, .muteStarted, .mute, .warning, .nothingHeard,
      .callStarted, .callEnded, .lesson, .holdStarted, .hold, .mark, .guidance, .words, .settled,
      .metrics:
      break
    }
  }

  /// Adds the finished measures of another conversation, but for its opening statement.
  public mutating func add(_ other: MetricsFold) {
    metrics.add(other.metrics)
    for party in Party.allCases {
      interruptionOverlaps[party].add(other.interruptionOverlaps[party])
      responses[party].add(other.responses[party])
    }
    replies.add(other.replies)
    credits.add(other.credits)
    yielding.add(other.yielding)
  }

  /// Takes the end of the conversation; an interruption that is still open then does not count.
  public mutating func finish() {
    opening.finish()
    for party in Party.allCases { metrics.parties[party].interruptions.open = 0 }
    flagged.removeAll()
  }

  /// The measures with what is under way, when `now` of audio has been consumed.
  ///
  /// Events come at the end of what they tell of, so the division of the time is counted apart.
  public func snapshot(at now: SampleTime, times: TimeTally) -> Metrics {
    var result = metrics
    result.duration = now
    result.overlap = times.overlap
    result.silence = times.silence
    result.unknown = times.unknown
    for party in Party.allCases {
      result.parties[party].talk = times.talk[party]
      result.parties[party].interruptions.medianOverlap = interruptionOverlaps[party].median
      result.parties[party].responses.count = responses[party].count
      result.parties[party].responses.median = responses[party].median
      result.parties[party].responses.percentile90 =
        responses[party].count >= 10 ? responses[party].quantile(0.9) : nil
      result.parties[party].credit = credits.credits[party]
      result.parties[party].yielding = yielding[party]
    }
    result.customerReplies.median = replies.median
    result.openingStatement = opening.statement
    return result
  }

  private mutating func addTurn(_ party: Party, _ interval: Interval) {
    metrics.parties[party].turns += 1
    metrics.parties[party].longestTurn = max(metrics.parties[party].longestTurn, interval.length)
    if party == .customer, previousTurn == .agent {
      metrics.customerReplies.count += 1
      metrics.customerReplies.longest = max(metrics.customerReplies.longest, interval.length)
      if interval.length >= SampleTime(seconds: 10) { metrics.customerReplies.long += 1 }
      replies.add(interval.length)
    }
    previousTurn = party
  }

  private mutating func addDeadAir(_ interval: Interval, endedBy party: Party?) {
    metrics.deadAir.count += 1
    metrics.deadAir.total += interval.length
    metrics.deadAir.longest = max(metrics.deadAir.longest, interval.length)
    switch party {
    case .agent: metrics.deadAir.endedByAgent += 1
    case .customer: metrics.deadAir.endedByCustomer += 1
    case nil: break
    }
  }

  private mutating func resolve(_ resolution: InterruptionResolution) {
    if let flag = close(resolution.id) {
      yielding.add(resolution.outcome, of: flag, speech: speech)
      settle(Settled(flag: flag, end: resolution))
    } else if let index = wrong.firstIndex(where: { $0.flag.id == resolution.id }) {
      var end = Settled(flag: wrong[index].flag, end: resolution)
      yielding.add(resolution.outcome, of: end.flag, speech: speech)
      end.yielding = yielding.remove(id: resolution.id)
      wrong[index].settled = end
    }
  }

  /// Counts an interruption of which the outcome is known.
  private mutating func settle(_ one: Settled) {
    let party = one.flag.party
    if settled.count == 64 { settled.removeFirst() }
    settled.append(one)
    interruptionOverlaps[party].add(one.end.overlap)
    if one.end.agreement != nil { metrics.parties[party].interruptions.mayBeAgreement += 1 }
    count(one.end.outcome, of: party, by: 1)
  }

  private mutating func count(_ outcome: InterruptionOutcome, of party: Party, by number: Int) {
    switch outcome {
    case .floorTaken: metrics.parties[party].interruptions.floorTaken += number
    case .floorKept: metrics.parties[party].interruptions.floorKept += number
    case .unknown: metrics.parties[party].interruptions.unknown += number
    }
  }

  /// Takes an interruption out of all figures, be it settled or under way.
  private mutating func contest(_ id: Int) {
    if wrong.count == 64 { wrong.removeFirst() }
    if let flag = close(id) {
      metrics.parties[flag.party].interruptions.markedWrong += 1
      wrong.append((flag, nil))
    } else if let index = settled.firstIndex(where: { $0.end.id == id }) {
      var one = settled.remove(at: index)
      let (party, end) = (one.flag.party, one.end)
      count(end.outcome, of: party, by: -1)
      if end.agreement != nil { metrics.parties[party].interruptions.mayBeAgreement -= 1 }
      interruptionOverlaps[party].remove(end.overlap)
      one.yielding = yielding.remove(id: id)
      metrics.parties[party].interruptions.markedWrong += 1
      wrong.append((one.flag, one))
    }
  }

  /// Counts an interruption again that was marked as wrong.
  private mutating func withdrawContest(_ id: Int) {
    guard let index = wrong.firstIndex(where: { $0.flag.id == id }) else { return }
    let (flag, settled) = wrong.remove(at: index)
    metrics.parties[flag.party].interruptions.markedWrong -= 1
    if let settled {
      if let entry = settled.yielding { yielding.restore(entry) }
      settle(settled)
    } else {
      flagged.append(flag)
      metrics.parties[flag.party].interruptions.open += 1
    }
  }

  private mutating func close(_ id: Int) -> Flag? {
    guard let index = flagged.firstIndex(where: { $0.id == id }) else { return nil }
    let flag = flagged.remove(at: index)
    metrics.parties[flag.party].interruptions.open -= 1
    return flag
  }

  /// An interruption of which the outcome is known.
  private struct Settled {
    let flag: Flag
    let end: InterruptionResolution
    /// What the one who was interrupted did, while the interruption is in no figure.
    var yielding: YieldingTally.Entry?
  }
}
