import Conversation
import Listening
import Measures
import VoiceActivity

/// What the sound adds up to over a stretch: levels, voices, noise.
struct SoundSums: Sendable {
  var powers = PartyPair(repeating: PowerSums())
  var tone = ToneSums()

  /// Creates the sums of nothing.
  init() {}

  /// Creates the sums of what has been counted since the session began.
  init(_ counts: SoundCounts) {
    powers = counts.powers
    tone = ToneSums(counts.tone)
  }

  /// Adds the sums over another stretch.
  mutating func add(_ other: SoundSums) {
    for party in Party.allCases { powers[party].add(other.powers[party]) }
    tone.addVoices(of: other.tone)
    tone.addNoise(of: other.tone)
  }

  /// The sums over what came after an earlier moment of the session.
  func since(_ earlier: SoundSums) -> SoundSums {
    var rest = SoundSums()
    for party in Party.allCases {
      rest.powers[party] = powers[party].since(earlier.powers[party]) ?? PowerSums()
    }
    rest.tone = tone.since(earlier.tone)
    return rest
  }
}
