/// How the dashboard is drawn.
public struct DashboardStyle: Equatable, Sendable {
  /// Whether terminal colours are used.
  public var colour: Bool
  /// Whether every sign drawn is an ASCII character.
  public var ascii: Bool

  /// Creates a style.
  public init(colour: Bool = false, ascii: Bool = false) {
    self.colour = colour
    self.ascii = ascii
  }
}
