/// The thresholds of guidance.
public struct GuidanceSettings: Equatable, Sendable {
  /// The salience from which an interruption by the agent brings guidance.
  public var salience: Double = 0.5
  /// The time between two nudges during a call.
  public var interval: Double = 60
  /// How long it stays on the screen.
  public var shownFor: Double = 10
  /// The length from which the agent's talk counts as long if the customer interrupts it.
  public var longTalk: Double = 45

  /// Creates the default thresholds.
  public init() {}
}
