public import Conversation
public import Measures
import TurnTaking
public import VoiceActivity

/// Figures of the sound since the stream began.
public struct SoundCounts: Equatable, Sendable {
  /// The power of each party's speech and background; may begin anew.
  public var powers: PartyPair<PowerSums>
  /// The voices and the noise beside them.
  public var tone: ToneCounts

  /// Creates counts.
  public init(
    powers: PartyPair<PowerSums> = PartyPair(repeating: PowerSums()),
    tone: ToneCounts = .none
  ) {
    self.powers = powers
    self.tone = tone
  }
}
