import Wording

/// A screen's worth of characters, drawn from scratch for every picture.
///
/// Whatever lies outside is cut off, so that no line is ever too long.
struct Canvas: Equatable {
  let size: ScreenSize
  private var cells: [Cell]

  init(size: ScreenSize) {
    self.size = ScreenSize(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cells of a line.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  mutating func set(_ scalar: Unicode.Scalar, row: Int, column: Int, _ ink: Ink = .plain) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    cells[row * size.columns + column] = Cell(scalar: scalar, ink: ink)
  }

  /// Writes text and returns the column behind it; at most `width` columns where one is given.
  @discardableResult
  mutating func put(
    _ text: String, row: Int, column: Int, width: Int = .max, _ ink: Ink = .plain
  ) -> Int {
    var column = column
    let end = width == .max ? Int.max : column + max(0, width)
    for scalar in text.unicodeScalars {
      guard let shown = scalar.singleColumn else { continue }
      guard column < end else { return column }
      set(shown, row: row, column: column, ink)
      column += 1
    }
    return column
  }

  /// Writes text that ends before a column.
  mutating func put(_ text: String, row: Int, endingAt end: Int, _ ink: Ink = .plain) {
    put(text, row: row, column: end - text.columns, ink)
  }

  /// Fills a part of a line with a character.
  mutating func fill(
    _ scalar: Unicode.Scalar, row: Int, columns: Range<Int>, _ ink: Ink = .plain
  ) {
    for column in columns { set(scalar, row: row, column: column, ink) }
  }

  /// Makes what is plain in a line stand out, from a column on.
  mutating func emphasize(row: Int, from column: Int) {
    guard row >= 0, row < size.rows else { return }
    for index in row * size.columns + min(column, size.columns)..<(row + 1) * size.columns
    where cells[index].ink == .plain {
      cells[index].ink = .title
    }
  }

  /// Changes the look of a whole line.
  mutating func paint(row: Int, _ ink: Ink) {
    guard row >= 0, row < size.rows else { return }
    for index in row * size.columns..<(row + 1) * size.columns { cells[index].ink = ink }
  }
}
