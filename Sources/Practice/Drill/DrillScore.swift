/// What was counted for a drill, of how many occasions, and what that makes.
public struct DrillScore: Equatable, Sendable {
  /// The drill.
  public var drill: Drill
  /// How many occasions there were.
  public var occasions: Int
  /// The occasions that went well; those that went half well count as parts of one.
  public var credit: Double
  /// The occasions that went entirely well.
  public var good: Int

  /// Creates a score.
  public init(_ drill: Drill, occasions: Int, credit: Double, good: Int) {
    self.drill = drill
    self.occasions = occasions
    self.credit = credit
    self.good = good
  }

  /// From 0 to 100: the credit of an occasion on average; nil where there was no occasion.
  public var value: Double? { occasions > 0 ? 100 * credit / Double(occasions) : nil }
}
