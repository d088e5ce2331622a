import Conversation

/// How much an interruption stands out, from 0 to 1; a measure of what happened, no verdict.
///
/// The mean of three: the outcome (floor taken 1, unknown ½, kept 0); how unfinished the other was
/// (the rest of the segment under way as far as it is known by then, up to 2 s); the overlap, up to
/// 2 s. A rise of the newcomer's level (up to 6 dB) and pitch (up to 3 semitones) against its speech
/// before brings it nearer to 1, by half the distance at most. Own choice: level, pitch and timing
/// tell competitive overlaps in 72-75 % at best, so no more is claimed than that more of each stands
/// out more.
enum Salience {
  private static let longest: Double = 200

  /// The provisional salience of a flag.
  ///
  /// Until frames are final the overlap is no shorter than what is known of the first words.
  static func ofFlag(_ candidate: InterruptionCandidate) -> Double {
    let first = min(candidate.evidence[.ownLength], candidate.evidence[.otherRest])
    return of(candidate, outcome: .unknown, overlap: max(candidate.overlapFrames, Int(first)))
  }

  /// The final salience, once the floor has settled.
  static func of(_ candidate: InterruptionCandidate, outcome: InterruptionOutcome) -> Double {
    of(candidate, outcome: outcome, overlap: candidate.overlapFrames)
  }

  private static func of(
    _ candidate: InterruptionCandidate, outcome: InterruptionOutcome, overlap: Int
  ) -> Double {
    let taken = outcome == .floorTaken ? 1.0 : outcome == .unknown ? 0.5 : 0
    let rest = min(1, Double(candidate.evidence[.otherRest]) / longest)
    let timing = (taken + rest + min(1, Double(overlap) / longest)) / 3
    return timing + (1 - timing) * (candidate.rise ?? 0) / 2
  }
}
