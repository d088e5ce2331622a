/// The thresholds of guidance.
public struct GuidanceSettings: Equatable, Sendable {
  /// The salience from which an interruption by the agent is worth a word.
  public var salience: Double = 0.5
  /// The time between two nudges during a call.
  public var interval: Double = 60
  /// How long such a word stays on the screen.
  public var shownFor: Double = 10
  /// The agent's talk after which an interruption by the customer means that it was long.
  public var longTalk: Double = 45

  /// Creates the default thresholds.
  public init() {}
}
