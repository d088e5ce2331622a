/// Whether the capture thread got the real-time priority that was asked for.
public enum CaptureScheduling: Hashable, Sendable {
  /// The thread has not said yet.
  case undecided
  /// None was asked for.
  case ordinary
  /// It runs with SCHED_FIFO.
  case realtime
  /// The system refused with an error number; capture works, but load may cost samples.
  case denied(Int32)

  /// One line on a refusal and its remedy; nil where there was none.
  public var notice: String? {
    guard case .denied = self else { return nil }
    return """
      no real-time priority for capture: audio may be lost under load; allow it with a line \
      '@audio - rtprio 20' in /etc/security/limits.d/audio.conf and log in again
      """
  }

  init(code: Int) {
    switch code {
    case 0: self = .undecided
    case -1: self = .ordinary
    case 1: self = .realtime
    default: self = .denied(Int32(code - 1))
    }
  }
}
