public import Conversation

/// How a party's voice sounded in its first minute.
public struct FirstMinute: Equatable, Sendable {
  /// The party's first word in it.
  public let start: SampleTime
  /// The figures.
  public let figures: VoiceFigures
}
