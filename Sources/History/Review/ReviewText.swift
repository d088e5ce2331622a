import Conversation
public import Reporting
import Wording

/// What answers tell, as text.
public struct ReviewText: Sendable {
  private let files: [ReviewAnswers]
  private let gathered: GatheredAnswers
  private let commands: ReaderCommands?

  /// Creates the text of some files of answers.
  public init(_ files: [ReviewAnswers], commands: ReaderCommands? = nil) {
    self.files = files
    self.commands = commands
    gathered = GatheredAnswers(files)
  }

  /// What is said of the files: answers given twice, files without a name.
  public var notes: [String] { gathered.notes }

  /// Its lines.
  public var lines: [String] { review + disputes }

  private var review: [String] {
    guard files.contains(where: { $0.kind == .review }) else { return [] }
    let estimate = ReviewEstimate(files)
    var lines = [
      "Flags judged right:            " + words(estimate.precision),
      "Unflagged overlaps missed:     " + words(estimate.strata[.overlap]),
      "Starts in silence missed:      " + words(estimate.strata[.silence]),
    ]
    if let recall = estimate.recall {
      lines.append(
        "Interruptions heard, flagged:  \(FigureText.percent(recall.share)) "
          + "(\(TeamWords.percents(recall.interval))), each kind by how often it occurs")
    }
    if estimate.unsure > 0 { lines.append("Cannot tell:                   \(estimate.unsure)") }
    let more = estimate.precision.more(toWithin: 0.05)
    if estimate.precision.count > 0, more > 0 {
      lines.append("For flags within 5 points:     \(more) more answers on flags")
    }
    if let more = estimate.more(toRecallWithin: 0.1), more > 0 {
      lines.append("For recall within 10 points:   \(more) more answers, in this mix of kinds")
    }
    if let agreement = ReviewAgreement(gathered) {
      let kappa = agreement.kappa.map { FigureText.decimal($0, places: 2) } ?? "not defined"
      lines.append(
        "Two reviewers agree on:        \(FigureText.percent(agreement.agreed)) of "
          + "\(agreement.count) (kappa \(kappa))")
    }
    if let corrected = estimate.corrected, let error = estimate.reviewerError {
      lines.append(
        "Without reviewers' own errors: \(FigureText.percent(corrected.share)) of flags right "
          + "(\(TeamWords.percents(corrected.interval))), if each errs on "
          + "\(FigureText.percent(error)) as their disagreement suggests")
    }
    return lines + notes
  }

  private var disputes: [String] {
    let marks = gathered.marks
    guard !marks.isEmpty else { return [] }
    let calls = Dictionary(grouping: marks, by: \.call)
    let blank = review.isEmpty ? [] : [""]
    let taken = marks.count { $0.outcome == "floor_taken" }
    let agents = marks.count { $0.party == Party.agent.name }
    let parties =
      agents == marks.count
      ? "" : " (agents: \(agents), customers: \(marks.count - agents))"
    var lines = [
      "Marked as wrong by people on the calls: \(FigureText.count(marks.count, "flag")) of "
        + "\(FigureText.count(calls.count, "call"))\(parties); \(taken) of them took the turn"
    ]
    for (call, marks) in calls.sorted(by: { $0.key < $1.key }) {
      for mark in marks.sorted(by: { $0.start < $1.start }) {
        let why = (mark.why ?? "").printable
        lines.append(
          "  \(call.printable) \(FigureText.clock(seconds: Int(mark.start))) \(mark.party)"
            + (why.isEmpty ? "" : ": \(why)"))
      }
    }
    let comparison = commands.map {
      ["\($0.comparison) gives the figures with and without those of agents."]
    }
    return blank + lines + (comparison ?? [])
  }

  private func words(_ proportion: Proportion?) -> String {
    guard let proportion, let share = proportion.share else { return "no answers" }
    return "\(proportion.hits) of \(proportion.count) (\(FigureText.percent(share)), "
      + "\(TeamWords.percents(proportion.interval)))"
  }
}
