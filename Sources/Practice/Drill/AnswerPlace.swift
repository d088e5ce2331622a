public import Conversation

/// A moment at which the customer had told its part and waited.
public struct AnswerPlace: Equatable, Sendable {
  /// The piece after which it was.
  public var piece: Int
  /// When the customer had ended.
  public var at: SampleTime
  /// When it went on, or hung up; nil while it waits.
  public var until: SampleTime?
  /// When it asked whether anybody was there; nil where it did not.
  public var asked: SampleTime?
  /// When the answer began that the customer gave way to, as it was said at once; nil before one.
  public var answered: SampleTime?
  /// Whether it was the end of the story, which needs no answer.
  public var isLast: Bool
}
