public import Conversation

/// What a call's events, measures and guidance say against each other; nothing of a sound one.
public struct Contradictions {
  /// Each in a sentence.
  public private(set) var found: [String] = []

  private struct Standing {
    var flag: Interruption
    var end: InterruptionResolution
  }

  private var standing: [Standing] = []
  private var turns = PartyPair<[Interval]>(repeating: [])
  private var transitions: [SampleTime] = []
  private var silences: [SampleTime] = []
  private var answers: [SampleTime] = []
  private var monologues: [SampleTime] = []
  private var classes: [String: OnsetClass] = [:]

  /// Holds the events of one conversation against its measures and guidance.
  public init(events: [Event], metrics: Metrics, guidance: [GuidanceLine]) {
    collect(events)
    checkOnsets(events)
    if let opening = metrics.openingStatement { check(opening) }
    for line in guidance { check(line, metrics) }
    if guidance.contains(where: { $0.rule == .letFinish }),
      standing.contains(where: { $0.flag.party == .agent && $0.end.agreement == nil })
    {
      found.append("praised for letting finish beside an interruption")
    }
  }

  private mutating func collect(_ events: [Event]) {
    var flags: [Int: Interruption] = [:]
    for event in events {
      switch event.kind {
      case .interruption(let flag): flags[flag.id] = flag
      case .interruptionResolved(let end):
        if let flag = flags[end.id] { standing.append(Standing(flag: flag, end: end)) }
      case .turn(let party, let interval): turns[party].append(interval)
      case .transition(_, .agent, _, let start): transitions.append(start)
      case .deadAir(let interval, _): silences.append(interval.start)
      case .prematureAnswer(.agent, let start, _): answers.append(start)
      case .monologueStarted(.agent, let start): monologues.append(start)
      default: break
      }
    }
  }

  private mutating func checkOnsets(_ events: [Event]) {
    for event in events {
      guard case .overlap(let overlap) = event.kind, let onset = overlap.onset else { continue }
      let key = "\(overlap.by) \(overlap.interval.start.frames)"
      if classes.updateValue(onset.kind, forKey: key) != nil {
        found.append("two classes for the onset of \(key)")
      }
    }
    for one in standing {
      let start = one.flag.start
      if turns[one.flag.party].contains(where: { $0.start < start && start < $0.end }) {
        found.append("an interruption by the holder at \(start.seconds)")
      }
      if let kind = classes["\(one.flag.party) \(start.frames)"], kind != .interruption {
        found.append("the interruption at \(start.seconds) is \(kind)")
      }
      if one.flag.party == .agent, answers.contains(start) {
        found.append("the interruption at \(start.seconds) is an early answer, too")
      }
    }
  }

  private mutating func check(_ opening: OpeningStatement) {
    let own = standing.filter {
      $0.flag.party == .agent && $0.end.agreement == nil && $0.flag.start >= opening.interval.start
        && $0.flag.start <= opening.interval.end
    }
    let first = own.map(\.flag.start).min().map { $0 - opening.interval.start }
    if first != opening.firstInterrupted {
      found.append("the opening statement and interruptions name two firsts")
    }
    let isCut = own.contains { $0.end.outcome == .floorTaken }
    let isAnswered = answers.contains(opening.interval.end)
    if opening.completed == (isCut || isAnswered) {
      found.append("the opening statement is finished: \(opening.completed), and cut: \(isCut)")
    }
    if !turns.customer.contains(where: { $0.start == opening.interval.start }) {
      found.append("the opening statement is no turn of the customer")
    }
  }

  private mutating func check(_ line: GuidanceLine, _ metrics: Metrics) {
    let opening = metrics.openingStatement?.interval
    for time in line.moments.map(\.time) {
      let stands =
        switch line.rule {
        case .interrupted:
          standing.contains {
            $0.flag.party == .agent && $0.end.agreement == nil && $0.flag.start == time
          }
        case .openingCut: opening?.end == time
        case .openingHeard: opening?.start == time
        case .talkedLong:
          monologues.contains(time)
            || turns.agent.contains { $0.start - .second <= time && time < $0.end }
        case .talkShare: turns.agent.contains { $0.start == time }
        case .letFinish, .encouraged, .longReplies: turns.customer.contains { $0.start == time }
        case .silentListening: turns.customer.contains { $0.start <= time && time < $0.end }
        case .patient, .startsEarly: transitions.contains(time)
        case .deadAir: silences.contains(time)
        case .cutInPause, .askedOpenly: true
        }
      if !stands { found.append("\(line.rule) at \(time.seconds) is no event that stands") }
    }
  }
}

extension SampleTime {
  fileprivate static let second = SampleTime(seconds: 1)
}
