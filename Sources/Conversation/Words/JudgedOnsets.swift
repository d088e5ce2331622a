/// What words changed in the judgement of a party's onsets over the other's speech.
public struct JudgedOnsets: Equatable, Sendable {
  /// The times it only acknowledged or appraised over the other's speech; no backchannels among them.
  public var acknowledgements = 0
  /// Its flags that stood by timing and were taken back.
  public var takenBack = 0
  /// Its interruptions that timing alone had not found.
  public var added = 0

  /// Creates the counts of no onset.
  public init() {}
}
