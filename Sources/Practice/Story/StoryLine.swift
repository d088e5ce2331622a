public import Conversation

/// Something that the customer says in one breath.
public struct StoryLine: Equatable, Sendable {
  /// Its words; empty where nobody has written them down.
  public var text: String
  /// The samples of the story's recording in which it is said.
  public var sound: Range<Int>

  /// Creates a line.
  public init(text: String, sound: Range<Int>) {
    self.text = text
    self.sound = sound
  }

  /// How long it takes to say.
  public var length: SampleTime { SampleTime(ticks: sound.count) }
}
