/// What a party did when the other interrupted it.
public struct Yielding: Equatable, Sendable {
  /// The interruptions by the other that stand and are resolved.
  public var interrupted: Int = 0
  /// The ones after which the other had the floor.
  public var yielded: Int = 0
  /// The middle time from the other's onset to the end of the own speech, where the floor was
  /// yielded; nil without one.
  public var median: SampleTime?
  /// The yielded floors that the party had again within 5 s of having stopped.
  public var cameBack: Int = 0

  /// Creates the record of a party that was not interrupted.
  public init() {}
}
