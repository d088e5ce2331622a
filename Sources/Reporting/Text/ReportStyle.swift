package import Wording

/// How a report for people is drawn.
public struct ReportStyle: Equatable, Sendable {
  /// The columns of a line, from 60 to 200.
  public let width: Int
  /// Whether terminal colours are used.
  public let colour: Bool
  /// Whether every sign drawn is an ASCII character.
  public let ascii: Bool

  /// Creates a style; a width outside 60...200 is brought into it.
  public init(width: Int = 80, colour: Bool = false, ascii: Bool = false) {
    self.width = min(max(width, 60), 200)
    self.colour = colour
    self.ascii = ascii
  }

  /// The columns of running text and tables, which are hard to read when longer.
  package var textWidth: Int { min(width, 100) }

  package var glyphs: Glyphs { ascii ? .ascii : .blocks }

  package func paint(_ text: String, _ ink: Ink) -> String {
    colour && ink != .plain && !text.isEmpty ? "\u{1B}[\(ink.code)m\(text)\u{1B}[0m" : text
  }
}
