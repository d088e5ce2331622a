/// Speech that starts inside the other's speech and claims the floor.
public struct Interruption: Equatable, Sendable {
  /// The number that its resolution or retraction refers to, counted from 1.
  public var id: Int
  /// The one who interrupts.
  public var party: Party
  /// The onset of the interrupting speech.
  public var start: SampleTime
  /// How sure the flag is, from 0 to 1.
  public var confidence: Double
  /// How much the interruption stands out, from 0 to 1; provisional until it is resolved.
  public var salience: Double

  /// Creates an interruption.
  public init(id: Int, party: Party, start: SampleTime, confidence: Double, salience: Double) {
    self.id = id
    self.party = party
    self.start = start
    self.confidence = confidence
    self.salience = salience
  }
}
