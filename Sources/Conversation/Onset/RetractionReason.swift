/// Why a flag is taken back.
public enum RetractionReason: String, CaseIterable, Hashable, Sendable {
  /// The newcomer only encouraged.
  case backchannel
  /// The newcomer agreed for a second or more, and did not take the floor.
  case acknowledgement
  /// The newcomer came back to its own turn.
  case resumption
  /// The other was finishing anyway.
  case terminal
  /// It was the other party's voice leaking in.
  case bleed
  /// The newcomer stopped at once.
  case tooShort = "too_short"
}
