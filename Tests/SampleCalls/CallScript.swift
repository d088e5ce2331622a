import Conversation

/// Writes a call down as events, in the order of their ends, and counts its measures.
struct CallScript {
  private let end: SampleTime
  private var events: [Event] = []
  private var guidance: [GuidanceLine] = []
  private var metrics = Metrics()
  private var spans = PartyPair<[Interval]>(repeating: [])
  private var offsets = PartyPair<[SampleTime]>(repeating: [])
  private var overlaps = PartyPair<[SampleTime]>(repeating: [])

  init(seconds: Double) {
    end = SampleTime(seconds: seconds)
    metrics.duration = end
  }

  mutating func speech(_ party: Party, _ start: Double, _ end: Double) {
    let span = interval(start, end)
    emit(span.end, .speech(party, span))
    metrics.parties[party].talk += span.length
    metrics.parties[party].longestStretch = max(
      metrics.parties[party].longestStretch, span.length)
    spans[party].append(span)
  }

  mutating func turn(_ party: Party, _ start: Double, _ end: Double) {
    let span = interval(start, end)
    emit(span.end, .turn(party, span))
    metrics.parties[party].turns += 1
    metrics.parties[party].longestTurn = max(metrics.parties[party].longestTurn, span.length)
  }

  mutating func monologue(_ party: Party, _ start: Double, _ end: Double) {
    emit(SampleTime(seconds: start + 60), .monologueStarted(party, start: .init(seconds: start)))
    emit(SampleTime(seconds: end), .monologue(party, interval(start, end)))
    metrics.parties[party].monologues += 1
  }

  mutating func transition(_ from: Party, _ to: Party, at start: Double, offset: Double) {
    let offset = SampleTime(seconds: offset)
    let start = SampleTime(seconds: start)
    emit(start, .transition(from: from, to: to, offset: offset, start: start))
    metrics.transitions += 1
    offsets[to].append(offset)
  }

  mutating func overlap(by party: Party, _ start: Double, _ end: Double, _ kind: OverlapKind) {
    let span = interval(start, end)
    emit(span.start, .overlapStarted(by: party, start: span.start))
    emit(span.end, .overlap(Overlap(by: party, interval: span, kind: kind)))
    metrics.overlap += span.length
  }

  mutating func interruption(
    _ id: Int, _ party: Party, _ start: Double, confidence: Double,
    _ outcome: InterruptionOutcome, overlap: Double
  ) {
    flag(id, party, start, confidence: confidence)
    let overlap = SampleTime(seconds: overlap)
    let resolution = InterruptionResolution(
      id: id, outcome: outcome, overlap: overlap, salience: confidence - 0.1)
    emit(SampleTime(seconds: start + 2), .interruptionResolved(resolution))
    overlaps[party].append(overlap)
    metrics.parties[party.other].yielding.interrupted += 1
    switch outcome {
    case .floorTaken:
      metrics.parties[party].interruptions.floorTaken += 1
      metrics.parties[party.other].yielding.yielded += 1
      metrics.parties[party.other].yielding.median = overlap
    case .floorKept: metrics.parties[party].interruptions.floorKept += 1
    case .unknown: metrics.parties[party].interruptions.unknown += 1
    }
  }

  mutating func retracted(_ id: Int, _ party: Party, _ start: Double, _ reason: RetractionReason) {
    flag(id, party, start, confidence: 0.5)
    emit(SampleTime(seconds: start + 1), .retraction(id: id, reason))
  }

  mutating func backchannel(_ party: Party, _ start: Double, _ end: Double) {
    emit(SampleTime(seconds: end + 1), .backchannel(party, interval(start, end)))
    metrics.parties[party].backchannels += 1
    metrics.parties[party].credit.inOverlap += 1
  }

  mutating func prematureAnswer(_ party: Party, _ start: Double, confidence: Double) {
    let start = SampleTime(seconds: start)
    emit(start, .prematureAnswer(party, start: start, confidence: confidence))
    metrics.parties[party].prematureAnswers += 1
  }

  mutating func deadAir(_ start: Double, _ end: Double, endedBy: Party?) {
    let span = interval(start, end)
    emit(span.start + SampleTime(seconds: 3), .deadAirStarted(start: span.start))
    emit(span.end, .deadAir(span, endedBy: endedBy))
    metrics.deadAir.count += 1
    metrics.deadAir.total += span.length
    metrics.deadAir.longest = max(metrics.deadAir.longest, span.length)
    if endedBy == .agent { metrics.deadAir.endedByAgent += 1 }
    if endedBy == .customer { metrics.deadAir.endedByCustomer += 1 }
  }

  mutating func unknown(
    _ party: Party, _ start: Double, _ end: Double, _ reason: UnknownReason
  ) {
    emit(SampleTime(seconds: end), .unknown(party, interval(start, end), reason))
    metrics.unknown += interval(start, end).length
  }

  mutating func warning(_ code: WarningCode, _ party: Party?, at seconds: Double) {
    emit(SampleTime(seconds: seconds), .warning(code, party))
  }

  mutating func nudge(
    _ rule: GuidanceRule, of start: Double, _ outcome: InterruptionOutcome?, at seconds: Double
  ) {
    let nudge = Nudge(rule: rule, start: SampleTime(seconds: start), outcome: outcome)
    emit(SampleTime(seconds: seconds), .guidance(nudge))
  }

  mutating func guidance(
    _ rule: GuidanceRule, _ count: Int, length: Double? = nil, at moments: [Double]
  ) {
    guidance.append(
      GuidanceLine(
        rule: rule, count: count, length: length.map { SampleTime(seconds: $0) },
        moments: moments.map { GuidanceMoment(SampleTime(seconds: $0)) }))
  }

  mutating func openingStatement(
    _ start: Double, _ end: Double, firstInterrupted: Double?, completed: Bool
  ) {
    metrics.openingStatement = OpeningStatement(
      interval: interval(start, end),
      firstInterrupted: firstInterrupted.map { SampleTime(seconds: $0) }, completed: completed)
  }

  mutating func longestWithoutBackchannel(_ party: Party, _ start: Double, _ end: Double) {
    metrics.parties[party].credit.longestWithout = interval(start, end)
  }

  mutating func levels(agent: (Double, Double), customer: (Double, Double)) {
    (metrics.parties.agent.speechLevel, metrics.parties.agent.signalToNoise) = agent
    (metrics.parties.customer.speechLevel, metrics.parties.customer.signalToNoise) = customer
  }

  func call(_ source: String, reliable: Bool, notes: [String]) -> SampleCall {
    var metrics = metrics
    let talk = metrics.parties.agent.talk + metrics.parties.customer.talk
    metrics.silence = end - (talk - metrics.overlap) - metrics.unknown
    for party in Party.allCases {
      let sorted = offsets[party].sorted()
      metrics.parties[party].responses.count = sorted.count
      metrics.parties[party].responses.quick = sorted.count { $0 < SampleTime(seconds: 0.2) }
      metrics.parties[party].responses.median = sorted.isEmpty ? nil : sorted[sorted.count / 2]
      metrics.parties[party].responses.percentile90 =
        sorted.count < 10 ? nil : sorted[sorted.count * 9 / 10]
      let lengths = overlaps[party].sorted()
      metrics.parties[party].interruptions.medianOverlap =
        lengths.isEmpty ? nil : lengths[lengths.count / 2]
    }
    let replies = spans.customer.map(\.length).filter { $0 > SampleTime(seconds: 1.5) }.sorted()
    metrics.customerReplies.count = replies.count
    metrics.customerReplies.median = replies.isEmpty ? nil : replies[replies.count / 2]
    metrics.customerReplies.longest = replies.last ?? .zero
    metrics.customerReplies.long = replies.count { $0 >= SampleTime(seconds: 10) }
    var summary = Summary(metrics: metrics, reliable: reliable, notes: notes)
    summary.guidance = guidance
    return SampleCall(
      source: source, events: events.sorted { $0.at < $1.at }, summary: summary)
  }

  private mutating func flag(_ id: Int, _ party: Party, _ start: Double, confidence: Double) {
    let start = SampleTime(seconds: start)
    let flag = Interruption(
      id: id, party: party, start: start, confidence: confidence, salience: confidence - 0.2)
    emit(start + SampleTime(seconds: 0.48), .interruption(flag))
  }

  private mutating func emit(_ at: SampleTime, _ kind: Event.Kind) {
    events.append(Event(at: min(at, end), kind: kind))
  }

  private func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }
}
