import Conversation

extension Salience {
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
    of(
      outcome: outcome, rest: Double(candidate.evidence[.otherRest]), overlap: overlap,
      rise: candidate.rise)
  }
}
