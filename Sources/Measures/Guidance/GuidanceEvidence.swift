import Conversation

/// What the report's guidance rests on: the moments of each rule.
struct GuidanceEvidence {
  /// The events below which nothing is said of a habit (τ²-voice: fewer make no rate).
  private static let fewest = 10
  /// The lines of a report, and how many of them are strengths where there is much else to say.
  private static let mostLines = 5
  private static let strengths = 2

  var interrupted = Moments()
  var talkedLong = Moments()
  var encouraged = Moments()
  var deadAir = Moments()
  private var early = Moments()
  private var waited = Moments()
  private var turns = Moments()
  private var longReplies = Moments()
  /// Opening statements that were cut off and that were not, by their lengths in seconds.
  private var openingsCut = Moments()
  private var openingsHeard = Moments()
  /// The calls in which the customer talked long without encouragement, by how many seconds.
  private var silentListening = Moments()

  /// The offsets of a change of speaker that leave the other a moment: from those that are usual
  /// to what is no long silence.
  private static let patient = SampleTime(seconds: 0.2)...SampleTime(seconds: 1.5)
  private static let longReply = SampleTime(seconds: 10)
  /// The customer's talk after which no encouragement stands out: six and more are usual in it.
  private static let longListening = SampleTime(seconds: 60)
  /// The agent's share of the talk that leaves little room (call-ai-metrics).
  private static let mostTalk = 0.7

  mutating func addTurn(_ interval: Interval, isReply: Bool) {
    turns.add(interval.start, weight: interval.length.seconds)
    if isReply, interval.length >= Self.longReply { longReplies.add(interval.start) }
  }

  mutating func addResponse(_ offset: SampleTime, at start: SampleTime) {
    if offset < .zero { early.add(start, weight: (.zero - offset).seconds) }
    if Self.patient.contains(offset) { waited.add(start) }
  }

  /// Takes what only the measures of a call tell.
  mutating func add(_ metrics: Metrics) {
    if let opening = metrics.openingStatement {
      let length = opening.interval.length.seconds
      if opening.completed {
        openingsHeard.add(opening.interval.start, weight: length)
      } else if opening.firstInterrupted != nil {
        openingsCut.add(opening.interval.end, weight: length)
      }
    }
    if let stretch = metrics.parties.agent.credit.longestWithout,
      stretch.length >= Self.longListening
    {
      silentListening.add(stretch.start, weight: stretch.length.seconds)
    }
  }

  /// Adds the evidence of a call that was followed apart.
  mutating func add(_ other: GuidanceEvidence, of call: GuidanceMoment.NumberedCall) {
    let all: [WritableKeyPath<GuidanceEvidence, Moments>] = [
      \.interrupted, \.talkedLong, \.encouraged, \.deadAir, \.early, \.waited, \.turns,
      \.longReplies, \.openingsCut, \.openingsHeard, \.silentListening,
    ]
    for moments in all { self[keyPath: moments].add(other[keyPath: moments], of: call) }
  }

  /// At most five lines, strengths first; none on thin evidence.
  func lines(_ metrics: Metrics) -> [GuidanceLine] {
    guard metrics.parties.agent.turns + metrics.parties.customer.turns >= Self.fewest else {
      return []
    }
    let good = strengths(metrics)
    let advice = advice(metrics)
    let room = Self.mostLines - min(good.count, Self.strengths)
    let chosen = advice.prefix(room)
    return Array(good.prefix(Self.mostLines - chosen.count)) + chosen
  }

  private func advice(_ metrics: Metrics) -> [GuidanceLine] {
    var lines: [GuidanceLine] = []
    if interrupted.count > 0 { lines.append(line(.interrupted, interrupted)) }
    if openingsCut.count > 0 { lines.append(longest(.openingCut, openingsCut)) }
    if talkedLong.count > 0 { lines.append(line(.talkedLong, talkedLong)) }
    if silentListening.count > 0 { lines.append(longest(.silentListening, silentListening)) }
    let responses = metrics.parties.agent.responses
    if responses.count >= Self.fewest, let median = responses.median,
      median.rounded(perSecond: 10) < 0
    {
      lines.append(
        GuidanceLine(
          rule: .startsEarly, count: responses.count, length: .zero - median,
          moments: early.sorted))
    }
    if deadAir.count > 1 { lines.append(line(.deadAir, deadAir)) }
    if let share = metrics.shareOfTalk(.agent), share > Self.mostTalk {
      let turns = metrics.parties.agent.turns + metrics.parties.customer.turns
      lines.append(GuidanceLine(rule: .talkShare, count: turns, share: share))
    }
    return lines
  }

  private func strengths(_ metrics: Metrics) -> [GuidanceLine] {
    var lines: [GuidanceLine] = []
    if turns.count >= Self.fewest, interrupted.count == 0 { lines.append(line(.letFinish, turns)) }
    if openingsHeard.count > 0 { lines.append(longest(.openingHeard, openingsHeard)) }
    if encouraged.count >= Self.fewest { lines.append(line(.encouraged, encouraged)) }
    let responses = metrics.parties.agent.responses
    if responses.count >= Self.fewest, let median = responses.median, Self.patient.contains(median)
    {
      lines.append(
        GuidanceLine(
          rule: .patient, count: responses.count, length: median, moments: waited.sorted))
    }
    let replies = metrics.customerReplies
    if replies.count >= Self.fewest, replies.long * 3 >= replies.count {
      lines.append(
        GuidanceLine(
          rule: .longReplies, count: replies.long,
          share: Double(replies.long) / Double(replies.count), moments: longReplies.sorted))
    }
    return lines
  }

  private func line(_ rule: GuidanceRule, _ moments: Moments) -> GuidanceLine {
    GuidanceLine(rule: rule, count: moments.count, moments: moments.sorted)
  }

  /// A line about what happens once a call at most, with the greatest length.
  private func longest(_ rule: GuidanceRule, _ moments: Moments) -> GuidanceLine {
    var line = line(rule, moments)
    line.length = moments.heaviest.map { SampleTime(seconds: $0.weight) }
    return line
  }
}
