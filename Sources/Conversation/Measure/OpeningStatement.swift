/// The customer's first turn of substance, and whether the agent let it come to its end.
///
/// The first turn with at least 3 s of speech in the first 60 s of the call, up to the agent's
/// first floor-changing start (Singh Ospina 2018, Mulder-Vos 2023).
public struct OpeningStatement: Equatable, Sendable {
  /// The statement, up to the agent's first floor-changing start.
  public var interval: Interval
  /// The time from its start to the agent's first interruption; nil where there was none.
  public var firstInterrupted: SampleTime?
  /// Whether the customer had stopped when the agent took the floor.
  public var completed: Bool

  /// Creates a statement.
  public init(interval: Interval, firstInterrupted: SampleTime?, completed: Bool) {
    self.interval = interval
    self.firstInterrupted = firstInterrupted
    self.completed = completed
  }
}
