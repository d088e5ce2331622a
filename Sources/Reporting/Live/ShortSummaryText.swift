public import Conversation
import Wording

/// The end of a live call in a few lines: shares of talk, interruptions, listening, notes.
public enum ShortSummaryText {
  /// The most columns of a line, where there are as many.
  private static let widest = 80

  /// The lines, broken between words at 80 columns or where the terminal has fewer.
  ///
  /// What is withheld is left out. Guidance has the times of a recording, or of its calls; it is left out
  /// too where the lines before have `toldLessons` of the only call.
  public static func lines(
    _ summary: Summary, columns: Int? = nil, origin: EventClock.Origin = .call,
    toldLessons: Bool = false
  ) -> [String] {
    let width = min(columns ?? widest, widest)
    return clauses(summary, origin, toldLessons && summary.calls == 1).flatMap {
      $0.wrapped(to: width)
    }
  }

  private static func clauses(
    _ summary: Summary, _ origin: EventClock.Origin, _ omitsGuidance: Bool
  ) -> [String] {
    let metrics = summary.metrics
    var lines = [heard(summary)]
    if !summary.withheld.contains(.share), metrics.duration > .zero {
      lines[0] +=
        Party.allCases.map { party in
          let share = metrics.shareOfTalk(party).map(FigureText.percent) ?? "nothing"
          return ", \(party.name) \(share)"
        }.joined() + " of the talk"
    }
    if !summary.withheld.contains(.interruptions), metrics.duration > .zero {
      for party in Party.allCases {
        let measures = metrics.parties[party]
        lines.append(
          "\(party.name): \(counts(measures.interruptions)), "
            + FigureText.count(measures.backchannels, "backchannel"))
      }
    }
    if !summary.withheld.contains(.speech), metrics.deadAir.count > 0 {
      lines.append(
        "dead air: \(FigureText.count(metrics.deadAir.count, "time")), "
          + "\(FigureText.seconds(metrics.deadAir.total)) in all")
    }
    if metrics.unknown > .zero {
      lines.append("not heard: \(FigureText.seconds(metrics.unknown))")
    }
    lines += (omitsGuidance ? [] : summary.guidance).map {
      "guidance: " + $0.sentence(calls: origin == .call ? summary.calls : nil)
    }
    if !summary.reliable { lines.append("the figures are not reliable:") }
    return lines + summary.notes.map { "note: \($0.printable)" }
  }

  private static func heard(_ summary: Summary) -> String {
    let length = FigureText.clock(seconds: Int(summary.metrics.duration.seconds))
    guard let calls = summary.calls, let listened = summary.listened else {
      return "heard \(length)"
    }
    let all = FigureText.clock(seconds: Int(listened.seconds))
    switch calls {
    case 0: return "no call in \(all)"
    case 1: return "a call of \(length)"
    default: return "\(calls) calls, \(length) in \(all)"
    }
  }

  private static func counts(_ counts: InterruptionCounts) -> String {
    let taken = FigureText.count(counts.floorTaken, "interruption") + " that took the turn"
    let others = [(counts.attempts, "that did not"), (counts.unknown, "unclear")]
    return others.reduce(taken) { $1.0 > 0 ? "\($0), \($1.0) \($1.1)" : $0 }
  }
}
