public import Conversation

/// The next thing that a live call consists of.
public enum CallPiece: Equatable, Sendable {
  /// A stretch of both parties' stream; its samples are in the capture's `agent` and `customer`.
  case stretch(AudioStretch)
  /// A device was lost or came back; told at once, up to some 10 ms before the stream gets there.
  case device(CallDeviceChange)
}
