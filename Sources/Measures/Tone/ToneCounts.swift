public import Conversation

/// What a tone tracker has counted since the stream began.
///
/// It never changes, and who hands it on hands on a reference: calls keep it at many moments.
public final class ToneCounts: Sendable {
  /// The counts of a voice.
  struct Voice: Sendable {
    var pitches = InlineArray<125, UInt32>(repeating: 0)
    var power = 0.0
    var powerFrames = 0
    var syllables = 0
    var frames = 0
  }

  /// The counts of the noise on the agent's side.
  struct Noise: Sendable {
    var steps = InlineArray<320, UInt32>(repeating: 0)
    var power = 0.0
    var frames = 0
    var leakingFrames = 0
  }

  /// The counts of nothing.
  public static let none: ToneCounts = ToneCounts(
    voices: PartyPair(repeating: Voice()), noise: Noise(), firstMinutes: PartyPair(repeating: nil))

  let voices: PartyPair<Voice>
  let noise: Noise
  /// Each party's newest first minute; nil while it is not over.
  public let firstMinutes: PartyPair<FirstMinute?>

  init(voices: PartyPair<Voice>, noise: Noise, firstMinutes: PartyPair<FirstMinute?>) {
    self.voices = voices
    self.noise = noise
    self.firstMinutes = firstMinutes
  }
}

extension ToneCounts: Equatable {
  /// Whether all counts are equal.
  public static func == (one: ToneCounts, other: ToneCounts) -> Bool {
    one === other
      || (one.firstMinutes == other.firstMinutes && ToneSums(one) == ToneSums(other))
  }
}
