public import Conversation

/// A piece that the customer has told, as the trainee heard it.
public struct Telling: Equatable, Sendable {
  /// How it came to an end.
  public enum Ending: Equatable, Sendable {
    /// The customer went on after its own pause, or still pauses.
    case paused
    /// It was the place to answer.
    case place
    /// The customer stopped, since the trainee had begun to speak at a time.
    case cut(by: SampleTime)
    /// The trainee began to speak in the pause, at a time, and the customer gave way.
    case cutInPause(by: SampleTime)
  }

  /// The piece of the story.
  public var piece: Int
  /// When it was heard; its end is that of the sound.
  public var interval: Interval
  /// How it ended; nil while the customer is still telling it.
  public var ending: Ending?

  /// The onset of what cut it short; nil where nothing did.
  var cut: SampleTime? {
    switch ending {
    case .cut(let onset), .cutInPause(let onset): onset
    default: nil
    }
  }
}
