public import Conversation

/// Where the words of a call come from.
public enum WordSource {
  /// A transcript of both parties; `agent` is the label that is the agent's, where somebody said so.
  case transcript(Transcript, agent: String?)
  /// A transcript for each party, or for one.
  case transcripts(PartyPair<Transcript?>)
  /// A recognizer that hears the detector's segments.
  case recognizer(any Recognizer)
}
