public import Conversation

/// How a live call ended.
public struct LiveEnding: Sendable {
  /// The measures of the calls that were heard.
  public let summary: Summary
  /// The device that was lost and did not return; nil for any other end.
  public let goneDevice: String?
  /// The events that were dropped because they were read too slowly.
  public internal(set) var droppedEvents: Int = 0
  /// How long the engine's steps took; empty unless asked for.
  public let steps: StepTimes
}
