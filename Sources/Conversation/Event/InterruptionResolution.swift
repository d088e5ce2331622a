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

  /// Creates a resolution.
  public init(id: Int, outcome: InterruptionOutcome, overlap: SampleTime, salience: Double) {
    self.id = id
    self.outcome = outcome
    self.overlap = overlap
    self.salience = salience
  }
}
