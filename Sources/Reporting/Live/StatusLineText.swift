public import Conversation

/// The state of a call in one line of at most 80 columns, for `monitor --line`.
///
/// Figures keep their columns, so that a line drawn over the last one does not jump.
public enum StatusLineText {
  /// The most columns of a line.
  public static let width = 80

  /// The line: whether audio is recorded, time, who speaks, shares of talk, interruptions by agent
  /// and customer, overlap.
  public static func line(
    _ metrics: Metrics, speaking: PartyPair<Bool>, isRecording: Bool = false,
    style: ReportStyle = ReportStyle()
  ) -> String {
    // Tenths would change the line at every look, and tell nothing.
    let clock = FigureText.clock(seconds: Int(metrics.duration.seconds))
    let time = (isRecording ? "rec" : "") + clock.aligned(right: 10)
    let parties = Party.allCases.map { party in
      let sign = speaking[party] ? (style.ascii ? "*" : "●") : " "
      let known = metrics.withheld.contains(.share) ? nil : metrics.shareOfTalk(party)
      let share = known.map(FigureText.percent) ?? style.glyphs.missing
      return style.paint("\(party.name) \(sign)", Ink(party)) + share.aligned(right: 6)
    }
    let counts = Party.allCases.map { party in
      metrics.withheld.contains(.interruptions)
        ? style.glyphs.missing : "\(metrics.parties[party].interruptions.total)"
    }
    let overlap =
      metrics.duration > .zero && !metrics.withheld.contains(.overlap)
      ? FigureText.percent(metrics.overlap.seconds / metrics.duration.seconds)
      : style.glyphs.missing
    return ([time] + parties + ["interruptions \(counts[0]):\(counts[1])".padded(to: 21)])
      .joined(separator: "  ") + " both" + overlap.aligned(right: 6)
  }
}
