/// How the dashboard is drawn.
public struct DashboardStyle: Equatable, Sendable {
  /// Whether terminal colours are used.
  public var colour: Bool
  /// Which colours they are.
  public var theme: DashboardTheme
  /// Whether every sign drawn is an ASCII character.
  public var ascii: Bool

  /// Creates a style.
  public init(colour: Bool = false, ascii: Bool = false, theme: DashboardTheme = .usual) {
    self.colour = colour
    self.theme = theme
    self.ascii = ascii
  }
}
