public import Conversation

/// Whether a call is under way; times are in the stream.
public enum CallPhase: Equatable, Sendable {
  /// No call has been heard yet.
  case waiting
  /// A call is under way since a time.
  case running(since: SampleTime)
  /// The last call is over.
  case ended(Interval)

  /// The beginning of the call under way.
  public var start: SampleTime? {
    if case .running(let start) = self { start } else { nil }
  }
}
