public import Conversation

/// What a tone tracker has counted since the stream began.
///
/// Of a fixed size and without a reference, so that a thread that may not allocate can hand it over.
public struct ToneCounts: Sendable {
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

  var voices = PartyPair(repeating: Voice())
  var noise = Noise()
  /// Each party's newest first minute; nil while it is not over.
  public internal(set) var firstMinutes = PartyPair<FirstMinute?>(repeating: nil)

  /// Creates the counts of nothing.
  public init() {}
}

extension ToneCounts: Equatable {
  /// Whether all counts are equal.
  public static func == (one: ToneCounts, other: ToneCounts) -> Bool {
    one.firstMinutes == other.firstMinutes && ToneSums(one) == ToneSums(other)
  }
}
