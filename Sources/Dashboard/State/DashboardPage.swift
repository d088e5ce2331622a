/// What fills the screen.
enum DashboardPage: Equatable, Sendable {
  /// The call under way.
  case call
  /// The calls of the day, one of them chosen.
  case day(chosen: Int)
  /// A call of the day, one of its moments chosen.
  case past(call: Int, moment: Int)
}
