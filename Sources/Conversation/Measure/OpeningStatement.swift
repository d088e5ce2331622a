/// The customer's first substantial turn, and whether the agent let the customer finish it.
///
/// The first turn with at least 3 s of speech, up to the agent's first floor-changing start (Singh
/// Ospina 2018, Mulder-Vos 2023). Whatever is said of it agrees with the interruptions that stand.
public struct OpeningStatement: Equatable, Sendable {
  /// The statement: up to its own end, or to the agent's start that cut it short.
  public var interval: Interval
  /// The time from its start to the agent's first interruption; nil where there was none.
  public var firstInterrupted: SampleTime?
  /// Whether no interruption took the turn from it, and the customer did not go on after it.
  public var completed: Bool
  /// Whether it began after the first minute of the call.
  public var isLate: Bool
  /// The agent's interruptions of it that a person has marked as wrong; the figures are without them.
  public var markedWrong: Int

  /// Creates a statement.
  public init(
    interval: Interval, firstInterrupted: SampleTime?, completed: Bool, isLate: Bool = false,
    markedWrong: Int = 0
  ) {
    self.interval = interval
    self.firstInterrupted = firstInterrupted
    self.completed = completed
    self.isLate = isLate
    self.markedWrong = markedWrong
  }
}
