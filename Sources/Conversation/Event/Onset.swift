/// How a party began to speak over the other, and what that was.
public struct Onset: Equatable, Sendable {
  /// What it was.
  public var kind: OnsetClass
  /// The party's silence before; nil where it had not spoken.
  public var ownSilence: SampleTime?
  /// How long the other had been audible in one go.
  public var lead: SampleTime
  /// How long the other had spoken since the party's last speech, as far as remembered.
  public var otherSpoken: SampleTime
  /// How long the other went on after the onset, as a negative offset.
  public var offset: SampleTime
  /// The flag that this takes the place of: it had been taken for an interruption.
  public var supersedes: Int?

  /// Creates an onset.
  public init(
    kind: OnsetClass, ownSilence: SampleTime?, lead: SampleTime, otherSpoken: SampleTime,
    offset: SampleTime
  ) {
    self.kind = kind
    self.ownSilence = ownSilence
    self.lead = lead
    self.otherSpoken = otherSpoken
    self.offset = offset
  }
}
