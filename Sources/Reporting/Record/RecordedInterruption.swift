public import Conversation

/// An interruption that stands, and what came of it.
public struct RecordedInterruption: Equatable, Sendable {
  /// The flag as it was raised.
  public let flag: Interruption
  /// The amount of audio consumed when it was raised.
  public let at: SampleTime
  /// What came of it; nil while it is under way.
  public internal(set) var resolution: InterruptionResolution?

  /// How much it stands out, from 0 to 1; final once it is resolved.
  public var salience: Double { resolution?.salience ?? flag.salience }
}
