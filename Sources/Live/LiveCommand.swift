/// What the user asks of a live call that goes on.
enum LiveCommand: Sendable {
  /// Mark the moment.
  case mark
  /// The newest interruption was wrong.
  case contest
  /// A new call begins now.
  case startNewCall
  /// The call is on hold, or goes on.
  case toggleHold
}
