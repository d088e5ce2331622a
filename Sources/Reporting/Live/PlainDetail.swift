/// How much plain lines say.
public enum PlainDetail: Sendable {
  /// What somebody who reads along would write down: interruptions, long silences, what is wrong with
  /// the sound, guidance, and a call's beginning, end and lessons; in the order in which it happened.
  case news
  /// Every event that is none of the others' beginning or sum; in the order in which it is known.
  case everything
}
