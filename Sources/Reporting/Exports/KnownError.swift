/// What is known of the error of interruptions, in sentences for people who are measured.
///
/// The figures are those of `docs/accuracy.md`.
public enum KnownError {
  /// The sentences, the most important first; the last leads to a review by ear.
  public static func sentences(_ commands: ReaderCommands?) -> [String] {
    let page = commands.map { ": \($0.review) makes a page for judging a sample by ear" } ?? ""
    return known + ["Only people can say how often it is wrong on your own calls\(page)."]
  }

  private static let known = [
    """
    An interruption is flagged when one party starts during the other's speech, with the timing of \
    an attempt to take the turn. On simulated calls with the timing of real conversations, of 100 \
    interruptions reported to have taken the turn, 100 were right with clean sound and 91 with \
    telephone noise; 2 and 20 of 100 were missed. Of all flags, 2 an hour were wrong; for another \
    16 an hour, not even the annotated words show whether they were.
    """,
    """
    Agreement that lasts a second or more is the most frequent mistake: timing alone cannot tell \
    "yeah, that's right" from a failed attempt to take the turn. An interruption that took the turn \
    is more certain than one that did not.
    """,
  ]
}
