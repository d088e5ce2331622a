/// Whom a team's figures show.
public enum TeamPeople: Equatable, Sendable {
  /// Nobody: only the team as a whole.
  case none
  /// A person that looks at their own calls, beside the team.
  case own(String)
  /// Everybody, side by side.
  case named
}
