/// Why a flag is taken back.
public enum RetractionReason: String, CaseIterable, Hashable, Sendable {
  /// The newcomer only encouraged.
  case backchannel
  /// The other was ending anyway.
  case terminal
  /// It was the other party's voice leaking in.
  case bleed
  /// The newcomer stopped at once.
  case tooShort = "too_short"
}
