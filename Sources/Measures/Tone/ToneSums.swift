public import Conversation

/// What both parties' voices and the noise beside them add up to over a stretch.
public struct ToneSums: Equatable, Sendable {
  private var voices = PartyPair(repeating: VoiceTally())
  private var noise = NoiseTally()

  /// Creates the sums of nothing.
  public init() {}

  /// Creates the sums of what has been counted since the stream began.
  public init(_ counts: ToneCounts) {
    voices = PartyPair(
      agent: VoiceTally(counts.voices.agent), customer: VoiceTally(counts.voices.customer))
    noise = NoiseTally(counts.noise)
  }

  /// Adds the sums of both voices, over another stretch.
  public mutating func addVoices(of other: ToneSums) {
    for party in Party.allCases { voices[party].add(other.voices[party]) }
  }

  /// Adds the sums of the noise, over another stretch.
  public mutating func addNoise(of other: ToneSums) { noise.add(other.noise) }

  /// The sums over what came after an earlier moment of the same stream.
  public func since(_ earlier: ToneSums) -> ToneSums {
    var rest = self
    for party in Party.allCases { rest.voices[party].subtract(earlier.voices[party]) }
    rest.noise.subtract(earlier.noise)
    return rest
  }

  /// Fills in the measures of the voices and, against the agent's speech level, of the noise.
  public func measure(_ metrics: inout Metrics) {
    for party in Party.allCases { metrics.parties[party].voice = voices[party].figures }
    metrics.distraction = noise.distraction(speechLevel: metrics.parties.agent.speechLevel)
  }

  /// The noise's time and level; nil where it would not be noise, or too little.
  ///
  /// How much of it is loud enough is known for each call alone, against the agent's level in it.
  public func distraction(noise time: SampleTime) -> Distraction? {
    noise.distraction(noise: time)
  }
}
