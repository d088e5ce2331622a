/// What the user asks of a live call that goes on.
enum LiveCommand: Sendable {
  /// Mark the moment.
  case mark
  /// The latest interruption was wrong.
  case contest
  /// It was not wrong after all.
  case withdrawContest
  /// Begin a new call now.
  case startNewCall
  /// Put the call on hold, or resume it.
  case toggleHold
}
