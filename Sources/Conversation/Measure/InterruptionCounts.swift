/// The interruptions by one party, by outcome.
public struct InterruptionCounts: Equatable, Sendable {
  /// The ones that took the floor.
  public var floorTaken: Int = 0
  /// The ones that did not take it.
  public var floorKept: Int = 0
  /// The ones without a clear outcome.
  public var unknown: Int = 0
  /// The ones still under way.
  public var open: Int = 0
  /// Those of them that did not take the floor and may have been agreement.
  public var mayBeAgreement: Int = 0
  /// Those that a person has marked as wrong, which are in none of these counts.
  public var markedWrong: Int = 0
  /// The median length of the overlaps; nil without a resolved interruption.
  public var medianOverlap: SampleTime?

  /// Creates a count of zero.
  public init() {}

  /// Those that clearly claimed the floor and did not take it.
  public var attempts: Int { floorKept - mayBeAgreement }

  /// All of them.
  public var total: Int { floorTaken + floorKept + unknown + open }
}
