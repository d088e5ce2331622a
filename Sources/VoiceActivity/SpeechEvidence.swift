/// What speaks for a party's own speech in a frame.
public struct SpeechEvidence: Sendable, Equatable {
  /// The probability that somebody speaks in the channel, from 0 to 1, by the network alone.
  public var heard: Double
  /// The share of it that the other party's voice does not explain, from 0 to 1.
  public var own: Double

  /// Creates evidence; without any it is silence.
  public init(heard: Double = 0, own: Double = 1) {
    self.heard = heard
    self.own = own
  }

  /// The probability of the party's own speech that decisions go by.
  public var probability: Double { heard * own }
}
