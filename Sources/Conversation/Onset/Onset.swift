/// How a party began to speak over the other, and what that was.
public struct Onset: Equatable, Sendable {
  // In this order it takes the least room: there is one in every event.
  /// The party's silence before; nil where it had not spoken.
  public var ownSilence: SampleTime?
  /// What it was.
  public var kind: OnsetClass
  /// How long the other had been audible in one go.
  public var lead: SampleTime
  /// How long the other had spoken since the party's last speech, as far as remembered.
  public var otherSpoken: SampleTime
  /// How long the other went on after the onset, as a negative offset.
  public var offset: SampleTime
  /// The flag that this takes the place of: it had been taken for an interruption.
  public var supersedes: Int?
  /// What the judgement rested on, which no report shows; nil where it is not known.
  public var evidence: OnsetEvidence?
  /// What the party had said by the judgement; only where it was made with words.
  public var words: OnsetWords?

  /// Creates an onset.
  public init(
    kind: OnsetClass, ownSilence: SampleTime?, lead: SampleTime, otherSpoken: SampleTime,
    offset: SampleTime, evidence: OnsetEvidence? = nil, words: OnsetWords? = nil
  ) {
    self.kind = kind
    self.ownSilence = ownSilence
    self.lead = lead
    self.otherSpoken = otherSpoken
    self.offset = offset
    self.evidence = evidence
    self.words = words
  }
}
