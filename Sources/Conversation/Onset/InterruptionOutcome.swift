/// Who is the first to speak alone for a second after an interruption's onset.
public enum InterruptionOutcome: String, CaseIterable, Hashable, Sendable {
  /// The newcomer is.
  case floorTaken = "floor_taken"
  /// The one who was speaking is.
  case floorKept = "floor_kept"
  /// Neither is within 5 s, or the stream ended, or audio was lost.
  case unknown
}
