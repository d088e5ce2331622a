/// What the user asks for with a key.
public enum DashboardKey: Equatable, Sendable {
  /// End, with a summary.
  case quit
  /// Stop listening for a while, or go on.
  case pause
  /// Mark the moment.
  case mark
  /// A new call begins.
  case newCall
  /// The call is on hold, or goes on.
  case hold
  /// The agent's microphone is muted elsewhere, or no longer.
  case mute
  /// The newest interruption was wrong.
  case wrong
  /// It was not: the last mark is taken back.
  case undo
  /// Explain keys and signs, or stop it.
  case help
  /// Open what is chosen: the day's calls, and one of them.
  case enter
  /// Leave what is open.
  case escape
  /// Older events.
  case up
  /// Newer events.
  case down
  /// A page of older events.
  case pageUp
  /// A page of newer events.
  case pageDown
  /// The oldest event.
  case home
  /// The newest event.
  case end
  /// No key: the terminal has gone, and nobody will ever press one.
  case hangUp
}
