import Conversation

/// The signs that a report is drawn with; each takes one column.
struct Glyphs: Sendable {
  /// How much of a timeline cell is speech, from none to all.
  let levels: [Character]
  /// The last column of a bar, from nearly empty to full.
  let bar: [Character]
  let overlap: Character
  let unheard: Character
  let deadAir: Character
  let tick: Character
  let floorTaken: Character
  let floorKept: Character
  let floorUnclear: Character
  let backchannel: Character
  let answer: Character
  let missing: String
  let separator: String
  let ellipsis: String

  static let blocks = Glyphs(
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    overlap: "▒", unheard: "░", deadAir: "┄", tick: "│", floorTaken: "◆", floorKept: "◇",
    floorUnclear: "?", backchannel: "·", answer: "‹", missing: "–", separator: " · ",
    ellipsis: "…")

  static let ascii = Glyphs(
    levels: [" ", ".", ":", "=", "#"], bar: ["#"], overlap: "%", unheard: "/", deadAir: "-",
    tick: "|", floorTaken: "X", floorKept: "x", floorUnclear: "?", backchannel: "o", answer: "<",
    missing: "-", separator: " | ", ellipsis: "...")

  /// The sign for a share of a cell; the least speech is still seen.
  func level(_ share: Double) -> Character {
    let steps = levels.count - 1
    return levels[min(steps, Int((share * Double(steps)).rounded(.up)))]
  }

  /// A bar for a share of some columns; the least share is still seen.
  func bar(_ share: Double, columns: Int) -> String {
    let parts = bar.count
    let filled = min(columns * parts, Int((share * Double(columns * parts)).rounded(.up)))
    guard filled > 0 else { return "" }
    let whole = String(repeating: bar[parts - 1], count: (filled - 1) / parts)
    return whole + String(bar[(filled - 1) % parts])
  }
}
