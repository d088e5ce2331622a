public import Calls
public import Conversation

/// What a live call gives its reader, in order; the last is always `ended`.
public enum LiveItem: Sendable {
  /// Something happened in the conversation.
  case event(Event)
  /// The figures of a call's words, right before its end; only for calls with words.
  indirect case wording(CallWording)
  /// How things stand, as often as was asked for; the measures are in the call's `metrics`.
  case status(SessionState)
  /// Something that the user should know once.
  case notice(String)
  /// The call is over.
  indirect case ended(LiveEnding)
}
