public import Conversation

/// A flag that was taken back.
public struct RetractedInterruption: Equatable, Sendable {
  /// The flag as it was raised.
  public let flag: Interruption
  /// The amount of audio consumed when it was raised.
  public let at: SampleTime
  /// Why it was taken back.
  public let reason: RetractionReason
}
