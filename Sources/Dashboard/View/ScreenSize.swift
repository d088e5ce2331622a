/// The size of a screen in characters.
public struct ScreenSize: Equatable, Sendable {
  /// The characters in a line.
  public var columns: Int
  /// The lines.
  public var rows: Int

  /// The largest screen that is filled; a terminal may say anything of its size.
  static let largest = ScreenSize(columns: 1000, rows: 500)

  /// The part of it that is filled.
  var possible: ScreenSize {
    ScreenSize(columns: min(columns, Self.largest.columns), rows: min(rows, Self.largest.rows))
  }

  /// Creates a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
