/// What came of a flagged interruption.
public struct InterruptionResolution: Equatable, Sendable {
  /// The number of the flag.
  public var id: Int
  /// Who had the floor in the end.
  public var outcome: InterruptionOutcome
  /// How long both spoke at once.
  public var overlap: SampleTime
  /// How much the interruption stood out, from 0 to 1.
  public var salience: Double

  /// The probability that it was agreement, of one that did not get the floor and was soon over.
  ///
  /// Nil of every other.
  public var agreement: Double?
  /// Whether it would be one as well if either side were 0.25 s late.
  public var holdsUnderDelay: Bool

  /// Creates a resolution.
  public init(
    id: Int, outcome: InterruptionOutcome, overlap: SampleTime, salience: Double,
    agreement: Double? = nil, holdsUnderDelay: Bool = true
  ) {
    self.id = id
    self.outcome = outcome
    self.overlap = overlap
    self.salience = salience
    self.agreement = agreement
    self.holdsUnderDelay = holdsUnderDelay
  }
}
