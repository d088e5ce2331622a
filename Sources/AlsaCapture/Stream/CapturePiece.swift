public import Conversation

/// The next thing that a device's stream consists of; times are monotonic nanoseconds.
public enum CapturePiece: Hashable, Sendable {
  /// Frames, now in the stream's `samples`, that ended at a time.
  case frames(Int, rate: Int, end: Int64)
  /// Frames that are missing up to a time.
  case unknown(Int, rate: Int, reason: UnknownReason, end: Int64)
  /// The device is gone and is being reopened.
  case lost(UnknownReason)
  /// The device delivers again.
  case returned
  /// The device delivers again, in another format than before.
  case changed

  /// What has become of the device; nil for audio, or none, of one that runs.
  var deviceState: CallDeviceChange.State? {
    switch self {
    case .frames, .unknown: nil
    case .lost(let reason): .lost(reason)
    case .returned: .returned
    case .changed: .changed
    }
  }
}
