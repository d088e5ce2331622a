/// How a party encouraged the other while it talked.
public struct BackchannelCredit: Equatable, Sendable {
  /// The backchannels that began over the other's speech.
  public var inOverlap: Int = 0
  /// The backchannels that began in a pause of the other's.
  public var inPauses: Int = 0
  /// The longest part of the other's turn without one: from the turn's start or the end of a
  /// backchannel to the next backchannel or the turn's end; nil without a finished turn.
  public var longestWithout: Interval?

  /// Creates the credit of a party that has not listened.
  public init() {}
}
