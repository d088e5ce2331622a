import Wording

extension Canvas {
  /// The lines, without blanks at their ends.
  func lines(colour: Bool, theme: DashboardTheme = .usual) -> [String] {
    (0..<size.rows).map { row in
      var bytes: [UInt8] = []
      append(row: row, colour: colour, theme: theme, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Appends a line in UTF-8, without blanks at its end, with or without colour sequences, and
  /// returns its columns.
  @discardableResult
  func append(
    row: Int, colour: Bool, theme: DashboardTheme = .usual, to bytes: inout [UInt8]
  ) -> Int {
    let cells = self.row(row)
    var end = cells.endIndex
    while end > cells.startIndex, cells[end - 1].isInvisible(colour: colour) { end -= 1 }
    var code = ""
    for index in cells.startIndex..<end {
      let cell = cells[index]
      let needed = colour ? theme.code(cell.ink) : ""
      if needed != code {
        if !code.isEmpty { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
        code = needed
        if !code.isEmpty { bytes.append(contentsOf: "\u{1B}[\(code)m".utf8) }
      }
      if cell.scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: cell.scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(cell.scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if !code.isEmpty { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
    return end - cells.startIndex
  }
}

extension Cell {
  fileprivate func isInvisible(colour: Bool) -> Bool {
    scalar == " " && !(colour && ink == .alert)
  }
}
