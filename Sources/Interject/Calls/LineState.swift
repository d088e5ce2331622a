public import Conversation

/// What is known of the audio besides speech.
public struct LineState: Equatable, Sendable {
  /// The level of the customer's newest audio, in dBFS; nil for digital silence.
  public var level: Double?
  /// Whether the customer's side plays music.
  public var isMusic: Bool
  /// Whether each party is heard; audio that is lost or withheld says nothing of the call.
  public var isHeard: PartyPair<Bool>

  /// Creates a state.
  public init(
    level: Double?, isMusic: Bool = false,
    isHeard: PartyPair<Bool> = PartyPair(repeating: true)
  ) {
    self.level = level
    self.isMusic = isMusic
    self.isHeard = isHeard
  }
}
