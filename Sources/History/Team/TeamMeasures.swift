import Wording

/// The measures of a group in the order in which they are reported.
enum TeamMeasures {
  struct Row {
    let name: String
    let value: String
  }

  static func rows(_ figures: TeamFigures, interval: ClosedRange<Double>?) -> [Row] {
    let taken =
      figures.takenPerHour == nil
      ? "\(figures.taken) in all"
      : FigureText.decimal(figures.takenPerHour ?? 0, places: 1)
        + (interval.map { " (\(TeamWords.range($0)))" } ?? "")
    var rows = [
      Row(name: "calls", value: "\(figures.calls)"),
      Row(name: "hours", value: FigureText.decimal(figures.hours, places: 1)),
      Row(name: "agents took the turn, per hour (95 %)", value: taken),
      Row(
        name: "… per 100 customer turns",
        value: TeamWords.rate(figures.takenPerTurns, figures.taken)),
      Row(name: "… and stood out (salience 0.5 or more)", value: "\(figures.salient)"),
      Row(name: "agents tried, did not take it", value: "\(figures.failed)"),
      Row(name: "talked over, maybe agreement", value: "\(figures.mayBeAgreement)"),
      Row(name: "outcome unclear", value: "\(figures.unclear)"),
      Row(name: "marked as wrong, not counted", value: "\(figures.disputed)"),
      Row(name: "customers took the turn", value: "\(figures.customerTaken)"),
      Row(name: "agents' share of talk", value: TeamWords.percent(figures.share)),
      Row(
        name: "signs of listening, per minute of the customer's talk",
        value: TeamWords.rate(figures.backchannelRate, figures.backchannels)),
      Row(name: "usual wait before answering", value: TeamWords.seconds(figures.wait)),
      Row(name: "long silences", value: TeamWords.percent(figures.deadAir)),
      Row(name: "openings heard to the end", value: TeamWords.openings(figures)),
      Row(name: "monologues", value: "\(figures.monologues)"),
    ]
    if let contested = figures.contested {
      rows.insert(
        Row(name: "returns to one's own turn that only words can judge", value: "\(contested)"),
        at: 9)
    }
    return rows + words(figures.words)
  }

  /// The rows of words; none where no call has words.
  private static func words(_ sums: WordSums) -> [Row] {
    guard sums.calls > 0 else { return [] }
    return [
      Row(name: "calls with words", value: "\(sums.calls)"),
      Row(
        name: "… the agents' questions, an hour",
        value: TeamWords.rate(sums.hourly(sums.words.questions), sums.words.questions)),
      Row(name: "… open questions, at least", value: "\(sums.words.openQuestions)"),
      Row(
        name: "… playing back, possible, an hour",
        value: TeamWords.rate(sums.hourly(sums.words.playbacks), sums.words.playbacks)),
    ]
  }
}
