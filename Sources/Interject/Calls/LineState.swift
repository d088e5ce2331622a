/// What the customer's side carries besides speech.
public struct LineState: Equatable, Sendable {
  /// The level of the newest audio, in dBFS; nil for digital silence.
  public var level: Double?
  /// Whether it is music.
  public var isMusic: Bool

  /// Creates a state.
  public init(level: Double?, isMusic: Bool = false) {
    self.level = level
    self.isMusic = isMusic
  }
}
