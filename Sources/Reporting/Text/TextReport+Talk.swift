import Conversation
import Wording

extension TextReport {
  /// Bars of each party's talk as a share of the call, and the shares as figures.
  var talk: [String] {
    var lines = ["", title("Talk".padded(to: style.textWidth - 26)) + talkHeadings]
    for party in Party.allCases {
      lines.append(
        talkRow(
          party.name, metrics.parties[party].talk, Ink(party),
          ofTalk: shows(.share) ? metrics.shareOfTalk(party) : nil, barred: shows(.share)))
    }
    lines.append(talkRow("neither", metrics.silence, .quiet, barred: shows(.share)))
    if shows(.overlap) { lines.append(talkRow("both", metrics.overlap, .notice, barred: true)) }
    if metrics.unknown > .zero {
      lines.append(talkRow("not heard", metrics.unknown, .quiet, barred: true))
    }
    let note =
      shows(.share)
      ? "Time when both speak counts for each of them."
      : "Shares are left out: the input is not good enough."
    return lines + quiet(note)
  }

  private var talkHeadings: String {
    style.paint(
      "of talk".aligned(right: 8) + "of call".aligned(right: 8) + "time".aligned(right: 10),
      .quiet)
  }

  private func talkRow(
    _ label: String, _ time: SampleTime, _ ink: Ink, ofTalk: Double? = nil, barred: Bool
  ) -> String {
    let columns = style.textWidth - 26 - 14
    let share = Double(time.ticks) / Double(max(metrics.duration.ticks, 1))
    let bar = barred ? glyphs.bar(share, columns: columns) : ""
    let ofCall = barred ? FigureText.percent(share) : glyphs.missing
    return "  " + label.padded(to: 12) + style.paint(bar, ink)
      + String(repeating: " ", count: columns - bar.count)
      + (ofTalk.map(FigureText.percent) ?? "").aligned(right: 8) + ofCall.aligned(right: 8)
      + FigureText.clock(time).aligned(right: 10)
  }
}
