/// What is practised; each has a score of its own.
public enum Drill: String, CaseIterable, Sendable {
  /// Not to interrupt.
  case interrupting
  /// To leave half a second to a second and a half before the answer.
  case leaving
  /// To encourage in long stretches.
  case encouraging
  /// To ask open questions; with words only.
  case asking
  /// To say back what was told; with words only.
  case playback

  /// Its name in a debrief.
  public var title: String {
    switch self {
    case .interrupting: "Let the customer finish"
    case .leaving: "Leave a moment"
    case .encouraging: "Encourage"
    case .asking: "Ask openly"
    case .playback: "Say it back"
    }
  }
}
