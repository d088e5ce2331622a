import Conversation

/// How much an interruption stands out, from 0 to 1; a measure of what happened, no verdict.
///
/// The mean of three: the outcome (floor taken 1, unknown ½, kept 0); how unfinished the other was
/// (the rest of the segment that was under way, up to 2 s); the overlap, up to 2 s. Own choice:
/// what is known of competitive overlaps reaches 72-75 % at best (field of the art), so no more is
/// claimed than that more of each stands out more.
enum Salience {
  private static let longest: Double = 200

  static func of(
    _ candidate: InterruptionCandidate, outcome: InterruptionOutcome
  ) -> Double {
    let taken = outcome == .floorTaken ? 1.0 : outcome == .unknown ? 0.5 : 0
    let rest = min(1, Double(candidate.evidence[.otherRest]) / longest)
    let spoken = candidate.evidence[.ownLength] + candidate.evidence[.ownMore]
    // Until frames are final the overlap is no longer than what both are known to have said.
    let both = max(
      Double(candidate.overlapFrames),
      Double(min(spoken, candidate.evidence[.otherRest])))
    return (taken + rest + min(1, both / longest)) / 3
  }
}
