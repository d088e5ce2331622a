import Conversation
import Wording

extension DashboardWords {
  /// Why a moment counts as what it is, in plain words; nil where there is nothing to say.
  static func why(_ kind: LogEntry.Kind) -> String? {
    switch kind {
    case .interruption(let flag, .resolved(let end)): why(flag, end)
    case .interruption(_, .markedWrong): "You marked it as wrong: no figure counts it."
    case .interruption: nil
    case .deadAir:
      "Neither party spoke; after a few seconds that counts as dead air."
    case .prematureAnswer(let party):
      "The \(party.other.name) paused, the \(party.name) began, and the \(party.other.name) came "
        + "back into it. Experimental: counted, and counted against nobody."
    case .monologue(let party, _):
      "The \(party.other.name) never took the turn meanwhile; short words do not take it."
    case .paused: "You paused it: nothing was heard, and nothing is measured."
    case .unknown: "What was not heard counts as unknown, never as silence."
    case .hold: "Nothing is measured on hold."
    case .mark: "You marked this moment."
    case .backchannel, .device, .warning, .nothingHeard, .callStarted, .callEnded, .notice: nil
    }
  }

  private static func why(_ flag: Interruption, _ end: InterruptionResolution) -> String {
    let (party, other) = (flag.party.name, flag.party.other.name)
    let both = FigureText.length(end.overlap)
    if let agreement = end.agreement {
      return
        "The \(party) began while the \(other) was talking and was soon over. It may have been "
        + "agreement (\(FigureText.percent(agreement))): counted apart, against nobody."
    }
    let outcome =
      switch end.outcome {
      case .floorTaken: "then the \(other) stopped: the \(party) took the turn"
      case .floorKept: "then the \(party) stopped: the \(other) kept the turn"
      case .unknown: "and it is not clear who had the turn then"
      }
    return
      "The \(party) began while the \(other) had the turn; both talked for \(both), \(outcome). "
      + "Salience \(FigureText.decimal(end.salience, places: 2)); flagged with confidence "
      + "\(FigureText.decimal(flag.confidence, places: 2))."
  }
}
