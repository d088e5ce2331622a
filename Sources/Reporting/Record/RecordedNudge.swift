public import Conversation

/// A word to the agent during the call.
public struct RecordedNudge: Equatable, Sendable {
  /// What was said.
  public let nudge: Nudge
  /// The amount of audio consumed when it was said.
  public let at: SampleTime
}
