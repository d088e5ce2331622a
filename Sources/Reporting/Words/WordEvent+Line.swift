public import Conversation
import Wording

extension WordEvent {
  /// What was found and where, in one line with the words; nil where the party only spoke.
  public var plainLine: String? {
    words.map { words in
      FigureText.clock(interval.start).aligned(right: 9) + "  " + words
        + (text.map { ": \($0.printable)" } ?? "")
    }
  }
}
