import Conversation

/// What the report's guidance rests on: the moments of each rule.
struct GuidanceEvidence {
  /// Interruptions by the agent that stand out, and how many stand at all.
  private(set) var interrupted = Moments()
  private var anyInterrupted = Moments()
  /// The agent's interruptions that stand out and that a person has marked as wrong.
  ///
  /// They are in no advice, and nothing is praised that they would deny: a mark is a person's word, not
  /// evidence of listening.
  private var markedWrong = Moments()
  private var anyMarkedWrong = Moments()
  private(set) var talkedLong = Moments()
  private var silences = Moments()
  private var early = Moments()
  private var waited = Moments()
  /// The customer's turns of substance.
  private var turns = Moments()
  private var longReplies = Moments()
  /// The agent's turns that leave little room.
  private var longTurns = Moments()
  /// The customer's long turns in which the agent was heard on the way, and in which it was not.
  private var accompanied = Moments()
  private var silentListening = Moments()
  /// Opening statements that were cut off and that were not, by their lengths in seconds.
  private var openingsCut = Moments()
  private var openingsHeard = Moments()

  /// Takes an interruption by the agent that stands.
  mutating func add(interruption start: SampleTime, salience: Double, standsOut: Bool) {
    anyInterrupted.add(start, weight: salience)
    if standsOut { interrupted.add(start, weight: salience) }
  }

  /// Takes back an interruption.
  mutating func remove(interruption start: SampleTime, standsOut: Bool) {
    anyInterrupted.remove(start)
    if standsOut { interrupted.remove(start) }
  }

  /// Takes an interruption by the agent that a person has marked as wrong.
  mutating func add(markedWrong start: SampleTime, standsOut: Bool) {
    anyMarkedWrong.add(start)
    if standsOut { markedWrong.add(start) }
  }

  /// Takes such a mark back.
  mutating func remove(markedWrong start: SampleTime, standsOut: Bool) {
    anyMarkedWrong.remove(start)
    if standsOut { markedWrong.remove(start) }
  }

  /// Takes a talk of the agent that was long, by its beginning.
  mutating func add(longTalk start: SampleTime) { talkedLong.add(start) }

  /// Takes a turn of the customer and how the agent was heard in it.
  mutating func add(
    customerTurn turn: Interval, isReply: Bool, listening: ListeningStretches.Turn
  ) {
    let length = turn.length
    if length >= GuidanceLimits.turnOfSubstance { turns.add(turn.start, weight: length.seconds) }
    if isReply, length >= GuidanceLimits.longReply {
      longReplies.add(turn.start, weight: length.seconds)
    }
    if length >= GuidanceLimits.accompaniedTurn,
      listening.shortWords >= GuidanceLimits.wordsOnTheWay
    {
      accompanied.add(turn.start, weight: length.seconds)
    }
    if listening.silent.length >= GuidanceLimits.silentListening {
      silentListening.add(listening.silent.start, weight: listening.silent.length.seconds)
    }
  }

  /// Takes a turn of the agent.
  mutating func add(agentTurn turn: Interval) {
    if turn.length >= GuidanceLimits.longTurn {
      longTurns.add(turn.start, weight: turn.length.seconds)
    }
  }

  /// Takes a change to the agent.
  mutating func addResponse(_ offset: SampleTime, at start: SampleTime) {
    if offset < .zero { early.add(start, weight: (.zero - offset).seconds) }
    if GuidanceLimits.patient.contains(offset) { waited.add(start) }
  }

  /// Takes a mutual silence that somebody has ended.
  mutating func add(silence: Interval) {
    if silence.length >= GuidanceLimits.longSilence {
      silences.add(silence.start, weight: silence.length.seconds)
    }
  }

  /// Takes what only the measures of a call tell.
  mutating func add(_ metrics: Metrics) {
    guard let opening = metrics.openingStatement else { return }
    let length = opening.interval.length.seconds
    if opening.completed, opening.firstInterrupted == nil {
      if opening.markedWrong == 0, opening.interval.length >= GuidanceLimits.longOpening {
        openingsHeard.add(opening.interval.start, weight: length)
      }
    } else if !opening.completed, opening.firstInterrupted != nil {
      openingsCut.add(opening.interval.end, weight: length)
    }
  }

  /// Adds the evidence of a call that was followed apart.
  mutating func add(_ other: GuidanceEvidence, of call: GuidanceMoment.NumberedCall) {
    let all: [WritableKeyPath<GuidanceEvidence, Moments>] = [
      \.interrupted, \.anyInterrupted, \.markedWrong, \.anyMarkedWrong, \.talkedLong, \.silences,
      \.early, \.waited, \.turns,
      \.longReplies, \.longTurns, \.accompanied, \.silentListening, \.openingsCut,
      \.openingsHeard,
    ]
    for moments in all { self[keyPath: moments].add(other[keyPath: moments], of: call) }
  }

  /// At most two strengths and three lines of advice, strengths first.
  func lines(_ metrics: Metrics) -> [GuidanceLine] {
    Array(strengths(metrics).prefix(GuidanceLimits.mostStrengths))
      + advice(metrics).prefix(GuidanceLimits.mostAdvice)
  }

  private func advice(_ metrics: Metrics) -> [GuidanceLine] {
    var lines: [GuidanceLine] = []
    if interrupted.count > 0 { lines.append(line(.interrupted, interrupted)) }
    if openingsCut.count > 0 { lines.append(longest(.openingCut, openingsCut)) }
    if talkedLong.count > 0 {
      var line = line(.talkedLong, talkedLong)
      line.length = metrics.parties.agent.longestTurn
      lines.append(line)
    }
    if hasMostOfTheTalk(metrics), let share = metrics.shareOfTalk(.agent) {
      lines.append(
        GuidanceLine(
          rule: .talkShare, count: metrics.parties.agent.turns, share: share,
          moments: longTurns.sorted))
    }
    if silentListening.count > 0 { lines.append(longest(.silentListening, silentListening)) }
    let responses = metrics.parties.agent.responses
    if responses.count >= GuidanceLimits.habit, let median = responses.median,
      median.rounded(perSecond: 10) < 0
    {
      lines.append(
        GuidanceLine(
          rule: .startsEarly, count: responses.count, length: .zero - median,
          moments: early.sorted))
    }
    if silences.count > 1 || silences.weightiest >= GuidanceLimits.veryLongSilence.seconds {
      lines.append(longest(.deadAir, silences))
    }
    return lines
  }

  /// What was done well, without what a fault denies.
  private func strengths(_ metrics: Metrics) -> [GuidanceLine] {
    var lines: [GuidanceLine] = []
    // Also by what is marked as wrong: whether it was, nobody has checked.
    let cutsIn = interrupted.count + markedWrong.count + openingsCut.count > 0
    let cutsAny = anyInterrupted.count + anyMarkedWrong.count > 0
    if turns.count >= GuidanceLimits.turnsHeard, !cutsAny, !cutsIn {
      lines.append(line(.letFinish, turns))
    }
    if openingsHeard.count > 0, openingsCut.count == 0 {
      lines.append(longest(.openingHeard, openingsHeard))
    }
    if accompanied.count >= GuidanceLimits.accompaniedTurns, silentListening.count == 0, !cutsIn {
      lines.append(longest(.encouraged, accompanied))
    }
    let responses = metrics.parties.agent.responses
    if responses.count >= GuidanceLimits.patientChanges, let median = responses.median,
      GuidanceLimits.patient.contains(median), !cutsIn,
      Double(early.count) <= GuidanceLimits.mostEarly * Double(responses.count)
    {
      lines.append(
        GuidanceLine(
          rule: .patient, count: responses.count, length: median, moments: waited.sorted))
    }
    let replies = metrics.customerReplies
    if replies.long >= GuidanceLimits.longReplies, replies.long * 3 >= replies.count,
      talkedLong.count == 0, !hasMostOfTheTalk(metrics)
    {
      lines.append(
        GuidanceLine(
          rule: .longReplies, count: replies.long,
          share: Double(replies.long) / Double(replies.count), moments: longReplies.sorted))
    }
    return lines
  }

  private func hasMostOfTheTalk(_ metrics: Metrics) -> Bool {
    let talk = metrics.parties.agent.talk + metrics.parties.customer.talk
    guard talk >= GuidanceLimits.talkForShare else { return false }
    return metrics.shareOfTalk(.agent).map { $0 > GuidanceLimits.mostTalk } ?? false
  }

  private func line(_ rule: GuidanceRule, _ moments: Moments) -> GuidanceLine {
    GuidanceLine(rule: rule, count: moments.count, moments: moments.sorted)
  }

  /// A line that names the greatest length.
  private func longest(_ rule: GuidanceRule, _ moments: Moments) -> GuidanceLine {
    var line = line(rule, moments)
    line.length = SampleTime(seconds: moments.weightiest)
    return line
  }
}
