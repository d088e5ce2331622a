/// How much an interruption stands out, from 0 to 1; a measure of what happened, not a verdict.
///
/// The mean of three: the outcome (floor taken 1, unknown ½, kept 0); how unfinished the other was
/// (the rest of the segment under way as far as it is known by then, up to 2 s); the overlap, up to
/// 2 s. With words it is the mean of four: how many words claimed something, up to four. A rise of the
/// newcomer's level (up to 6 dB) and pitch (up to 3 semitones) against its speech before brings it
/// nearer to 1, by half the distance at most. Own choice: level, pitch and timing tell competitive
/// overlaps in 72-75 % at best, so no more is claimed than that more of each stands out more.
public enum Salience {
  private static let longest: Double = 200
  private static let mostWords: Double = 4

  /// The salience of an interruption; lengths in frames, `rise` from 0 to 1.
  ///
  /// `claiming` are the words that do not acknowledge; nil without words.
  public static func of(
    outcome: InterruptionOutcome, rest: Double, overlap: Int, rise: Double?,
    claiming: Int? = nil
  ) -> Double {
    let taken = outcome == .floorTaken ? 1.0 : outcome == .unknown ? 0.5 : 0
    let rest = min(1, rest / longest)
    var base = (taken + rest + min(1, Double(overlap) / longest)) / 3
    if let claiming { base = (3 * base + min(1, Double(claiming) / mostWords)) / 4 }
    return base + (1 - base) * (rise ?? 0) / 2
  }
}
