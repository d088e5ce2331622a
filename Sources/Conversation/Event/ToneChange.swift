/// A marked change of a party's voice against its own first minute.
public struct ToneChange: Equatable, Sendable {
  /// Whose voice it is.
  public var party: Party
  /// What has changed.
  public var measure: ToneMeasure
  /// The figure of the first minute, in the measure's unit.
  public var from: Double
  /// The figure now.
  public var to: Double
  /// The beginning of the speech in which it was measured.
  public var start: SampleTime

  /// Creates a change.
  public init(
    party: Party, measure: ToneMeasure, from: Double, to: Double, start: SampleTime
  ) {
    self.party = party
    self.measure = measure
    self.from = from
    self.to = to
    self.start = start
  }
}
