import Conversation

/// The signs that a report is drawn with; each takes one column.
package struct Glyphs: Sendable {
  /// How much of a timeline cell is speech, from none to all.
  package let levels: [Character]
  /// The last column of a bar, from nearly empty to full.
  package let bar: [Character]
  package let overlap: Character
  package let unheard: Character
  package let deadAir: Character
  package let tick: Character
  package let floorTaken: Character
  package let floorKept: Character
  package let floorUnclear: Character
  package let backchannel: Character
  package let answer: Character
  package let missing: String
  package let separator: String
  package let ellipsis: String

  package static let blocks = Glyphs(
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    overlap: "▒", unheard: "░", deadAir: "┄", tick: "│", floorTaken: "◆", floorKept: "◇",
    floorUnclear: "?", backchannel: "·", answer: "‹", missing: "–", separator: " · ",
    ellipsis: "…")

  package static let ascii = Glyphs(
    levels: [" ", ".", ":", "=", "#"], bar: ["#"], overlap: "%", unheard: "/", deadAir: "-",
    tick: "|", floorTaken: "X", floorKept: "x", floorUnclear: "?", backchannel: "o", answer: "<",
    missing: "-", separator: " | ", ellipsis: "...")

  /// The sign for a share of a cell; the least speech is still seen.
  package func level(_ share: Double) -> Character {
    let steps = levels.count - 1
    return levels[min(steps, Int((share * Double(steps)).rounded(.up)))]
  }

  /// A bar for a share of some columns; the least share is still seen.
  package func bar(_ share: Double, columns: Int) -> String {
    let parts = bar.count
    let filled = min(columns * parts, Int((share * Double(columns * parts)).rounded(.up)))
    guard filled > 0 else { return "" }
    let whole = String(repeating: bar[parts - 1], count: (filled - 1) / parts)
    return whole + String(bar[(filled - 1) % parts])
  }
}
