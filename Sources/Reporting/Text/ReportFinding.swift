import Conversation
import Wording

/// What a team lead would say about a subject of the call; no-break spaces hold figures together.
struct ReportFinding: Equatable {
  let subject: String
  let text: String
}

extension CallReport {
  /// The findings, one a subject.
  var findings: [ReportFinding] {
    var all: [ReportFinding] = []
    if let patience { all.append(ReportFinding(subject: "Patience", text: patience)) }
    if shows(.interruptions) { all.append(ReportFinding(subject: "Opening", text: opening)) }
    if let replies { all.append(ReportFinding(subject: "Replies", text: replies)) }
    all.append(ReportFinding(subject: "Dead air", text: deadAir))
    all.append(ReportFinding(subject: "Pace", text: pace))
    if let clarity { all.append(ReportFinding(subject: "Clarity", text: clarity)) }
    if let noise { all.append(ReportFinding(subject: "Noise", text: noise)) }
    if let tone { all.append(ReportFinding(subject: "Tone", text: tone)) }
    return all
  }

  private var patience: String? {
    let responses = metrics.parties.agent.responses
    guard let median = responses.median else { return nil }
    let wait = span(median < .zero ? .zero - median : median)
    let basis =
      responses.count == 1 ? "one change to the agent" : "median of \(responses.count) changes"
    // "0.0 s before" would say a direction that the figure does not show.
    guard median.rounded(perSecond: 10) != 0 else {
      return "The agent starts as the customer stops (\(basis))."
    }
    return median < .zero
      ? "The agent starts \(wait) before the customer stops (\(basis))."
      : "The agent waits \(wait) after the customer stops (\(basis))."
  }

  private var opening: String {
    guard let statement = metrics.openingStatement else {
      return "None: the customer had no turn of 3 s that the agent answered."
    }
    let length = span(statement.interval.length)
    let first =
      statement.firstInterrupted.map { "first interrupted after \(span($0))" }
      ?? "uninterrupted"
    let end =
      statement.completed
      ? "and finished"
      : statement.firstInterrupted == nil
        ? "and had not finished when the agent answered" : "until the agent took the turn"
    let when =
      statement.isLate
      ? "Late, at \(FigureText.clock(statement.interval.start))," : "At the start"
    return "\(when) the customer spoke for \(length), \(first), \(end)."
  }

  private var replies: String? {
    let replies = metrics.customerReplies
    guard let median = replies.median else { return nil }
    let long = replies.long == 1 ? "1 lasts" : "\(replies.long) last"
    return "After the agent, the customer speaks for \(span(median)) (median of "
      + FigureText.count(replies.count, "turn") + "), \(span(replies.longest)) "
      + "at most; \(long) 10 s or more."
  }

  private var deadAir: String {
    let silences = metrics.deadAir
    guard silences.count > 0 else { return "None." }
    return FigureText.count(silences.count, "long silence")
      + ", \(span(silences.total)) in all, \(span(silences.longest)) "
      + "at most; the agent ended \(silences.endedByAgent), the customer "
      + "\(silences.endedByCustomer)."
  }

  private var pace: String {
    let turns = metrics.parties.agent.turns + metrics.parties.customer.turns
    return FigureText.count(turns, "turn") + perMinute(metrics.turnsPerMinute)
      + ", " + FigureText.count(metrics.transitions, "change") + " of speaker"
      + perMinute(metrics.switchesPerMinute) + "."
  }

  private var clarity: String? {
    let agent = metrics.parties.agent
    guard let rate = agent.voice.rate else { return nil }
    let level = metrics.levelDifference.map { difference in
      let decibels = (FigureText.decimal(abs(difference), places: 0) + " dB").unbroken
      return ", \(decibels) \(difference < 0 ? "below" : "above") the customer's level"
    }
    return "The agent speaks \(FigureText.decimal(rate, places: 1)) syllables a second, at most "
      + "\(span(agent.longestStretch)) without a pause\(level ?? "")."
  }

  private var noise: String? {
    guard let distraction = metrics.distraction else { return nil }
    let level = (FigureText.decimal(distraction.level, places: 0) + " dBFS").unbroken
    return "While the customer speaks, the agent's side carries \(level); for "
      + "\(span(distraction.noise)) of \(span(distraction.judged)) it is loud enough to be heard "
      + "beside speech."
  }

  private var tone: String? {
    guard Party.allCases.contains(where: { metrics.parties[$0].firstMinute != nil }) else {
      return nil
    }
    guard !record.toneChanges.isEmpty else {
      return "No marked change against the first minute of each."
    }
    let changes = record.toneChanges.prefix(6).map { change in
      "the \(change.party.name)'s \(change.words) at \(FigureText.clock(change.start))".unbroken
    }
    let more = record.toneChanges.count - changes.count
    return "Marked changes against the first minute of each: "
      + changes.map { $0.replacing("\u{A0}to\u{A0}", with: " to\u{A0}") }.joined(separator: "; ")
      + (more > 0 ? "; and \(more) more." : ".")
  }

  private func span(_ length: SampleTime) -> String { FigureText.seconds(length).unbroken }

  private func perMinute(_ rate: Double?) -> String {
    rate.map { " (" + FigureText.decimal($0, places: 1) + " a minute)" } ?? ""
  }
}
