/// The signs that reports and the dashboard are drawn with; each takes one column.
///
/// They are the same in both, so that one picture explains the other.
package struct Glyphs: Sendable {
  /// How much of a timeline cell is speech, from none to all.
  package let levels: [Unicode.Scalar]
  /// The last column of a bar, from nearly empty to full.
  package let bar: [Unicode.Scalar]
  package let meterRest: Unicode.Scalar
  package let overlap: Unicode.Scalar
  package let unheard: Unicode.Scalar
  package let deadAir: Unicode.Scalar
  package let hold: Unicode.Scalar
  package let tick: Unicode.Scalar
  package let mark: Unicode.Scalar
  package let floorTaken: Unicode.Scalar
  package let floorKept: Unicode.Scalar
  package let floorUnclear: Unicode.Scalar
  package let backchannel: Unicode.Scalar
  package let answer: Unicode.Scalar
  package let speaking: Unicode.Scalar
  package let rule: Unicode.Scalar
  package let missing: String
  package let separator: String
  package let ellipsis: String
  package let arrows: String

  package static let blocks = Glyphs(
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], meterRest: "·",
    overlap: "▒", unheard: "░", deadAir: "┄", hold: "═", tick: "│", mark: "▼", floorTaken: "◆",
    floorKept: "◇", floorUnclear: "?", backchannel: "·", answer: "‹", speaking: "●", rule: "─",
    missing: "–", separator: " · ", ellipsis: "…", arrows: "↑↓")

  package static let ascii = Glyphs(
    levels: [" ", ".", ":", "=", "#"], bar: ["#"], meterRest: ".", overlap: "%", unheard: "/",
    deadAir: "-", hold: "=", tick: "|", mark: "v", floorTaken: "X", floorKept: "x",
    floorUnclear: "?", backchannel: "o", answer: "<", speaking: "*", rule: "-", missing: "-",
    separator: " | ", ellipsis: "...", arrows: "up/down")

  /// The sign for a share of a cell; the least speech is still seen.
  package func level(_ share: Double) -> Unicode.Scalar {
    let steps = levels.count - 1
    return levels[min(steps, max(0, Int((share * Double(steps)).rounded(.up))))]
  }

  /// A bar for a share of some columns; the least share is still seen.
  package func bar(_ share: Double, columns: Int) -> String {
    let parts = bar.count
    let all = columns * parts
    let filled = min(all, max(0, Int((share * Double(all)).rounded(.up))))
    guard filled > 0 else { return "" }
    var text = String.UnicodeScalarView(repeatElement(bar[parts - 1], count: (filled - 1) / parts))
    text.append(bar[(filled - 1) % parts])
    return String(text)
  }

  /// The sign of a mark on a timeline.
  package func sign(_ mark: TimelineMark) -> Unicode.Scalar {
    switch mark {
    case .backchannel: backchannel
    case .answer: answer
    case .floorUnclear: floorUnclear
    case .floorKept: floorKept
    case .floorTaken: floorTaken
    }
  }
}
