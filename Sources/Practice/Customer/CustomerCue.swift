public import Conversation

/// What the played customer does next.
public enum CustomerCue: Equatable, Sendable {
  /// It begins to say a piece.
  case tell(piece: Int)
  /// It goes on with a piece, from so far in it.
  case goOn(piece: Int, from: SampleTime)
  /// It says that it had not finished.
  case protest
  /// It asks whether anybody is there.
  case ask
  /// It stops in the middle of what it says.
  case stop
  /// It hangs up.
  case leave
}
