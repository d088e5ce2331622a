public import Conversation

/// A moment for a person to judge.
public struct ReviewItem: Equatable, Sendable {
  /// The name of the call.
  public var call: String
  /// The recording, as the result names it.
  public var source: String
  /// Which channel or file each party is.
  public var parties: PartyPair<String>
  /// The agent of the call, if known.
  public var agent: String?
  /// Who starts there.
  public var party: Party
  /// When, in seconds of the recording.
  public var start: Double
  /// The number of the flag, and what came of it; nil where none was raised.
  public var flag: Flag?
  /// Where the moment was drawn from.
  public var stratum: ReviewStratum
  /// Who speaks around it: seconds of the recording.
  public var speech: PartyPair<[ClosedRange<Double>]>
  /// The file of results that tells of it.
  public var file: String

  /// A flag's number and outcome.
  public struct Flag: Equatable, Sendable {
    /// The number within the call.
    public var id: Int
    /// What came of it.
    public var outcome: String?
  }

  /// What is heard: some seconds before the start and after.
  public static let before = 3.0
  /// The seconds after the start.
  public static let after = 3.0

  /// The stretch of the recording that is heard.
  public var stretch: Interval {
    Interval(
      start: SampleTime(seconds: max(0, start - Self.before)),
      end: SampleTime(seconds: start + Self.after))
  }
}
