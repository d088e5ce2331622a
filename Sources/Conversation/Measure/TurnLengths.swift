/// The spread of the lengths of some turns.
public struct TurnLengths: Equatable, Sendable {
  /// The number of turns.
  public var count: Int = 0
  /// The middle length; nil without a turn.
  public var median: SampleTime?
  /// The greatest length; zero without a turn.
  public var longest: SampleTime = .zero
  /// The turns of at least 10 s.
  public var long: Int = 0

  /// Creates the spread of no turns.
  public init() {}
}
