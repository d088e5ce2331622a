/// Where an item of a review comes from; a reviewer does not see it.
public enum ReviewStratum: String, CaseIterable, Codable, Sendable {
  /// An interruption that is flagged and stands.
  case flag
  /// An overlap that nothing was flagged for.
  case overlap
  /// A start in the other's silence.
  case silence
}
