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
    if let opening = metrics.openingStatement, !opening.completed, opening.firstInterrupted != nil {
      lines.append(
        GuidanceLine(
          rule: .openingCut, count: 1, length: opening.interval.length,
          moments: [opening.interval.end]))
    }
    if talkedLong.count > 0 { lines.append(line(.talkedLong, talkedLong)) }
    if let stretch = metrics.parties.agent.credit.longestWithout,
      stretch.length >= Self.longListening
    {
      lines.append(
        GuidanceLine(
          rule: .silentListening, count: 1, length: stretch.length, moments: [stretch.start]))
    }
    let responses = metrics.parties.agent.responses
    if responses.count >= Self.fewest, let median = responses.median, median < .zero {
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
    if let opening = metrics.openingStatement, opening.completed {
      lines.append(
        GuidanceLine(
          rule: .openingHeard, count: 1, length: opening.interval.length,
          moments: [opening.interval.start]))
    }
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
}
