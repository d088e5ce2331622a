/// What damaged files came to.
public struct CampaignTally: Equatable, Sendable {
  /// The files that were read to the end.
  public var read: Int = 0
  /// Those among them of which something was told.
  public var told: Int = 0
  /// The files that were refused, by the code of the error.
  public var refused: [String: Int] = [:]
  /// The files of which more or less came than there is, without a word.
  public var unaccounted: [String] = []
}
