public import Conversation
import Listening

/// How a live call ended.
public struct LiveEnding: Sendable {
  /// The measures of all that was heard, or of its calls where they were followed.
  public internal(set) var summary: Summary
  /// The device that was lost and has stayed away; nil at any other end.
  public let goneDevice: String?
  /// The events that were dropped because they were read too slowly.
  public let droppedEvents: Int
  /// How long the engine took for its steps.
  public let steps: StepTimes
  /// What has been counted of the sound of the whole stream.
  let counts: SoundCounts
}
