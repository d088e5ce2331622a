/// The size of a screen in characters.
public struct ScreenSize: Equatable, Sendable {
  /// The characters in a line.
  public var columns: Int
  /// The lines.
  public var rows: Int

  /// Creates a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
