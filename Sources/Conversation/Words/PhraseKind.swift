/// What a phrase of the table does in a conversation, by its name in the table and in the stream.
public enum PhraseKind: String, CaseIterable, Hashable, Sendable {
  /// Asks the other to go on: "tell me more".
  case invitation
  /// Asks to hear again, to spell, or what was meant.
  case clarifying
  /// Finds something good.
  case appreciation
  /// Says sorry.
  case apology
  /// Thanks.
  case thanks
  /// Takes the matter upon itself: "I'll take care of that".
  case reassurance
  /// Promises to get back to the other.
  case followUp = "follow_up"
  /// Closes the call.
  case closing
  /// Only acknowledges: "right, okay".
  case acknowledgement
}
