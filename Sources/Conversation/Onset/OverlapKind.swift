/// Who goes on alone after an overlap (Heldner & Edlund 2010).
public enum OverlapKind: String, Hashable, Sendable {
  /// The newcomer goes on: the floor may have changed hands.
  case between
  /// The one who was speaking goes on.
  case within
}
