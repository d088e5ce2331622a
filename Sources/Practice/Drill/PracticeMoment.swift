public import Conversation

/// A moment of a practice that the debrief tells of.
public struct PracticeMoment: Equatable, Sendable {
  /// When it was.
  public var at: SampleTime
  /// The drill that it counts for.
  public var drill: Drill
  /// Whether it went well.
  public var isGood: Bool
  /// What happened, in a sentence.
  public var text: String
  /// The evidence, in a sentence; nil where the first says all.
  public var why: String?

  /// Creates a moment.
  public init(
    at: SampleTime, drill: Drill, isGood: Bool, text: String, why: String? = nil
  ) {
    self.at = at
    self.drill = drill
    self.isGood = isGood
    self.text = text
    self.why = why
  }
}
