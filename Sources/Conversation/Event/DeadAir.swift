/// The mutual silences that were too long.
public struct DeadAir: Equatable, Sendable {
  /// How many there were.
  public var count: Int = 0
  /// Their total length.
  public var total: SampleTime = .zero
  /// The longest.
  public var longest: SampleTime = .zero
  /// How many the agent ended.
  public var endedByAgent: Int = 0
  /// How many the customer ended.
  public var endedByCustomer: Int = 0

  /// Creates a count of zero.
  public init() {}
}
