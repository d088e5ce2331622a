public import Conversation

/// The measures of a conversation, folded from its events.
public struct MetricsFold: Sendable {
  private var metrics = Metrics()
  private var opening = OpeningStatementTracker()
  private var speaking = PartyPair<SampleTime?>(repeating: nil)
  private var overlapSince: SampleTime?
  private var interruptionOverlaps = PartyPair(
    repeating: LengthHistogram(lowest: 0, highest: 1000))
  private var responses = PartyPair(repeating: LengthHistogram(lowest: -500, highest: 1500))
  private var replies = LengthHistogram(lowest: 0, highest: 18_000)
  private var flagged: [(id: Int, party: Party)] = []
  private var previousTurn: Party?
  private var unknownEnd = SampleTime.zero

  /// Creates the measures of an empty conversation.
  public init() {
    flagged.reserveCapacity(64)
  }

  /// Takes the next event.
  public mutating func add(_ event: Event) {
    opening.add(event)
    switch event.kind {
    case .speechStarted(let party, let start): speaking[party] = start
    case .speechCancelled(let party, _): speaking[party] = nil
    case .speech(let party, let interval):
      metrics.parties[party].talk += interval.length
      speaking[party] = nil
    case .turn(let party, let interval): addTurn(party, interval)
    case .transition(_, let party, let offset, _):
      metrics.transitions += 1
      responses[party].add(offset)
    case .overlapStarted(_, let start): overlapSince = start
    case .overlap(_, let interval, _):
      metrics.overlap += interval.length
      overlapSince = nil
    case .interruption(let interruption):
      flagged.append((interruption.id, interruption.party))
      metrics.parties[interruption.party].interruptions.open += 1
    case .interruptionResolved(let resolution): resolve(resolution)
    case .retraction(let id, _): _ = close(id)
    case .backchannel(let party, _): metrics.parties[party].backchannels += 1
    case .prematureAnswer(let party, _, _): metrics.parties[party].prematureAnswers += 1
    case .deadAir(let interval, let party): addDeadAir(interval, endedBy: party)
    case .monologue(let party, _): metrics.parties[party].monologues += 1
    case .unknown(_, let interval, _):
      // Both parties may be unknown at once; time is counted once.
      metrics.unknown += max(.zero, interval.end - max(interval.start, unknownEnd))
      unknownEnd = max(unknownEnd, interval.end)
    case .deadAirStarted, .monologueStarted, .device, .warning, .metrics: break
    }
  }

  /// Takes the end of the stream.
  public mutating func finish() {
    opening.finish()
  }

  /// The measures with what is under way, when `now` of audio has been consumed.
  public func snapshot(at now: SampleTime) -> Metrics {
    var result = metrics
    result.duration = now
    for party in Party.allCases {
      if let start = speaking[party] { result.parties[party].talk += max(.zero, now - start) }
      result.parties[party].interruptions.medianOverlap = interruptionOverlaps[party].quantile(0.5)
      result.parties[party].responses = ResponseTimes(
        count: responses[party].count, median: responses[party].quantile(0.5),
        percentile90: responses[party].count >= 10 ? responses[party].quantile(0.9) : nil)
    }
    if let start = overlapSince { result.overlap += max(.zero, now - start) }
    let talk = result.parties.agent.talk + result.parties.customer.talk - result.overlap
    result.silence = max(.zero, now - talk - result.unknown)
    result.customerReplies.median = replies.quantile(0.5)
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
    guard let party = close(resolution.id) else { return }
    interruptionOverlaps[party].add(resolution.overlap)
    switch resolution.outcome {
    case .floorTaken: metrics.parties[party].interruptions.floorTaken += 1
    case .floorKept: metrics.parties[party].interruptions.floorKept += 1
    case .unknown: metrics.parties[party].interruptions.unknown += 1
    }
  }

  private mutating func close(_ id: Int) -> Party? {
    guard let index = flagged.firstIndex(where: { $0.id == id }) else { return nil }
    let party = flagged.remove(at: index).party
    metrics.parties[party].interruptions.open -= 1
    return party
  }
}
