/// The signs that the dashboard is drawn with; each takes one column.
///
/// The timeline's are those of the report on a recording, so that one picture explains the other.
struct Signs: Sendable {
  /// How much of a timeline cell is speech, from none to all.
  let levels: [Unicode.Scalar]
  /// The last column of a bar, from nearly empty to full.
  let bar: [Unicode.Scalar]
  let meterRest: Unicode.Scalar
  let overlap: Unicode.Scalar
  let unheard: Unicode.Scalar
  let deadAir: Unicode.Scalar
  let hold: Unicode.Scalar
  let tick: Unicode.Scalar
  let mark: Unicode.Scalar
  let floorTaken: Unicode.Scalar
  let floorKept: Unicode.Scalar
  let floorUnclear: Unicode.Scalar
  let backchannel: Unicode.Scalar
  let answer: Unicode.Scalar
  let speaking: Unicode.Scalar
  let rule: Unicode.Scalar
  let missing: String
  let separator: String
  let ellipsis: String
  let arrows: String

  static let blocks = Signs(
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], meterRest: "·",
    overlap: "▒", unheard: "░", deadAir: "┄", hold: "═", tick: "│", mark: "▼", floorTaken: "◆",
    floorKept: "◇", floorUnclear: "?", backchannel: "·", answer: "‹", speaking: "●", rule: "─",
    missing: "–", separator: " · ", ellipsis: "…", arrows: "↑↓")

  static let ascii = Signs(
    levels: [" ", ".", ":", "=", "#"], bar: ["#"], meterRest: ".", overlap: "%", unheard: "/",
    deadAir: "-", hold: "=", tick: "|", mark: "v", floorTaken: "X", floorKept: "x",
    floorUnclear: "?", backchannel: "o", answer: "<", speaking: "*", rule: "-", missing: "-",
    separator: ", ", ellipsis: "...", arrows: "up/down")

  /// The sign for a share of a cell; the least speech is still seen.
  func level(_ share: Double) -> Unicode.Scalar {
    let steps = levels.count - 1
    return levels[min(steps, max(0, Int((share * Double(steps)).rounded(.up))))]
  }

  /// A bar for a share of some columns; the least share is still seen.
  func bar(_ share: Double, columns: Int) -> String {
    let parts = bar.count
    let all = columns * parts
    let filled = min(all, max(0, Int((share * Double(all)).rounded(.up))))
    guard filled > 0 else { return "" }
    var text = String.UnicodeScalarView(repeatElement(bar[parts - 1], count: (filled - 1) / parts))
    text.append(bar[(filled - 1) % parts])
    return String(text)
  }

  func sign(_ sign: RecentPast.Sign) -> Unicode.Scalar {
    switch sign {
    case .backchannel: backchannel
    case .answer: answer
    case .floorUnclear: floorUnclear
    case .floorKept: floorKept
    case .floorTaken: floorTaken
    }
  }
}
