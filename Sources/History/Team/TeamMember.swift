/// An agent of a team, as the report shows them.
public struct TeamMember: Sendable {
  /// The name or pseudonym.
  public let name: String
  /// The figures.
  public let figures: TeamFigures
  /// The same as if nothing had been marked as wrong; nil where nothing was.
  public let undisputed: TeamFigures?
  /// Interruptions that took the turn, an hour, with its interval; nil for too few calls.
  public let interval: ClosedRange<Double>?
  /// The figures of the others' calls of the same kinds; nil for so few that none are shown.
  public let rest: TeamFigures?
  /// What the rest of the team does in calls of the same kinds, an hour.
  public let usual: Double?
  /// Whether it differs from the rest of the team by more than chance, with many comparisons made.
  public let mark: Mark?
  /// The last weeks against those before, as a ratio; nil where either has too few calls.
  public let change: TeamChange?
  /// The weeks.
  public let weeks: [TeamWeek]
  /// Moments, the best and the worst.
  public let moments: [TeamMoment]

  /// A difference from the team.
  public enum Mark: String, Sendable {
    /// Takes the turn more often than the team.
    case more
    /// Takes it less often.
    case less
  }
}
