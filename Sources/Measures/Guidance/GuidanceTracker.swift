public import Conversation

/// Gives guidance from a table of rules: nudges during the call, lines for the report after it.
///
/// A pure value fed with events; the same events give the same guidance. The rules, their evidence
/// and their sources are in `docs/measures.md`. Experimental measures are never used.
public struct GuidanceTracker: Sendable {
  /// What the start of a talk may move by once all of its first word is known.
  private static let sameStart = SampleTime(seconds: 1)

  private let salience: Double
  private let interval: SampleTime
  private let longTalk: SampleTime
  /// Events up to here are evidence only: nobody is there yet to be nudged.
  private let quietUntil: SampleTime?
  /// When the last nudge was given; nil before the first.
  public private(set) var lastNudge: SampleTime?
  private var floor = AgentFloor()
  /// The flags under way: who interrupts, when, since when the agent has talked long, and whether a
  /// person has marked it as wrong.
  private var flags:
    [(id: Int, party: Party, start: SampleTime, longSince: SampleTime?, isMarkedWrong: Bool)] = []
  /// An interruption by the agent of which the outcome is known.
  private typealias Standing = (id: Int, start: SampleTime, salience: Double, standsOut: Bool)

  /// The agent's interruptions that can still be taken back.
  private var standing: [Standing] = []
  /// Those that are marked as wrong.
  private var wrong: [Standing] = []
  private var lastLongTalk: SampleTime?
  private var wasAgentsTurn = false
  private var listening = ListeningStretches()
  private(set) var evidence = GuidanceEvidence()

  /// Creates the state at the start of a stream, or of a call some time after the last nudge.
  ///
  /// What happened up to `quietUntil`, before the call was known to be one, calls for no nudge.
  public init(
    settings: GuidanceSettings, lastNudge: SampleTime? = nil, quietUntil: SampleTime? = nil
  ) {
    self.lastNudge = lastNudge
    self.quietUntil = quietUntil
    salience = settings.salience
    interval = SampleTime(seconds: settings.interval)
    longTalk = SampleTime(seconds: settings.longTalk)
    flags.reserveCapacity(64)
    standing.reserveCapacity(64)
  }

  /// Takes the next event and returns the nudge that it calls for, if there is one.
  public mutating func add(_ event: Event) -> Nudge? {
    let nudge = follow(event.kind)
    floor.add(event.kind)
    guard let nudge, quietUntil.map({ event.at > $0 }) ?? true,
      lastNudge.map({ event.at - $0 >= interval }) ?? true
    else { return nil }
    lastNudge = event.at
    return nudge
  }

  /// The lines for the report.
  public func lines(_ metrics: Metrics) -> [GuidanceLine] {
    var evidence = evidence
    evidence.add(metrics)
    return evidence.lines(metrics)
  }

  private mutating func follow(_ kind: Event.Kind) -> Nudge? {
    switch kind {
    case .interruption(let flag):
      let since = floor.since.flatMap { flag.start - $0 >= longTalk ? $0 : nil }
      flags.append((flag.id, flag.party, flag.start, flag.party == .customer ? since : nil, false))
    case .interruptionResolved(let end): return resolve(end)
    case .retraction(let id, _): flags.removeAll { $0.id == id }
    case .contest(let id): contest(id)
    case .contestWithdrawn(let id): withdrawContest(id)
    case .monologueStarted(.agent, let start):
      noteLongTalk(since: start)
      return Nudge(rule: .talkedLong, start: start)
    case .speech(.agent, let interval): listening.add(speech: interval)
    case .turn(.customer, let interval):
      evidence.add(
        customerTurn: interval, isReply: wasAgentsTurn, listening: listening.close(interval))
      wasAgentsTurn = false
    case .turn(.agent, let interval):
      evidence.add(agentTurn: interval)
      wasAgentsTurn = true
    case .transition(_, .agent, let offset, let start): evidence.addResponse(offset, at: start)
    case .backchannel(.agent, let interval): listening.add(shortWord: interval.start)
    case .deadAir(let interval, endedBy: _?): evidence.add(silence: interval)
    default: break
    }
    return nil
  }

  private mutating func resolve(_ end: InterruptionResolution) -> Nudge? {
    guard let index = flags.firstIndex(where: { $0.id == end.id }) else { return nil }
    let flag = flags.remove(at: index)
    // What may have been agreement is nobody's fault, nor is what took nothing for certain.
    guard end.agreement == nil, end.outcome != .unknown else { return nil }
    if flag.party == .customer {
      // It shows that the talk was long. To say so at once would answer the customer's deed.
      if let since = flag.longSince { noteLongTalk(since: since) }
      return nil
    }
    let standsOut = end.salience >= salience
    let one = (id: end.id, start: flag.start, salience: end.salience, standsOut: standsOut)
    guard !flag.isMarkedWrong else {
      addWrong(one)
      return nil
    }
    addStanding(one)
    return standsOut
      ? Nudge(rule: .interrupted, start: flag.start, outcome: end.outcome) : nil
  }

  private mutating func contest(_ id: Int) {
    if let index = flags.firstIndex(where: { $0.id == id }) { flags[index].isMarkedWrong = true }
    guard let index = standing.firstIndex(where: { $0.id == id }) else { return }
    let flag = standing.remove(at: index)
    evidence.remove(interruption: flag.start, standsOut: flag.standsOut)
    addWrong(flag)
  }

  private mutating func withdrawContest(_ id: Int) {
    if let index = flags.firstIndex(where: { $0.id == id }) { flags[index].isMarkedWrong = false }
    guard let index = wrong.firstIndex(where: { $0.id == id }) else { return }
    let flag = wrong.remove(at: index)
    evidence.remove(markedWrong: flag.start, standsOut: flag.standsOut)
    addStanding(flag)
  }

  private mutating func addStanding(_ flag: Standing) {
    evidence.add(interruption: flag.start, salience: flag.salience, standsOut: flag.standsOut)
    if standing.count == 64 { standing.removeFirst() }
    standing.append(flag)
  }

  private mutating func addWrong(_ flag: Standing) {
    evidence.add(markedWrong: flag.start, standsOut: flag.standsOut)
    if wrong.count == 64 { wrong.removeFirst() }
    wrong.append(flag)
  }

  /// Notes a long talk once, however many things tell of it.
  private mutating func noteLongTalk(since start: SampleTime) {
    let isKnown =
      lastLongTalk.map { start - $0 < Self.sameStart && $0 - start < Self.sameStart } ?? false
    guard !isKnown else { return }
    evidence.add(longTalk: start)
    lastLongTalk = start
  }
}
