/// A party's returns to its own turn over the other's speech.
public struct ResumptionCounts: Equatable, Sendable {
  /// All of them.
  public var total: Int = 0
  /// Those over more than a backchannel: whose turn it was then needs words.
  public var contested: Int = 0

  /// Creates a count of zero.
  public init() {}
}
