/// The thresholds that turn speech probabilities into segments.
public struct ActivitySettings: Equatable, Sendable {
  /// The settled probability that begins speech.
  public var onset: Double = 0.65
  /// The settled probability below which speech ends.
  public var offset: Double = 0.65
  /// The early probability that announces speech before it is settled.
  public var earlyOnset: Double = 0.8
  /// The frames that the early probability must last, in seconds.
  public var earlyHold: Double = 0.03
  /// The longest pause that a segment bridges (Heldner & Edlund 2010).
  public var bridge: Double = 0.18
  /// The shortest speech that counts (call-ai-metrics 0.12, LiveKit 0.05).
  public var shortestSpeech: Double = 0.1

  /// Creates the default thresholds.
  public init() {}
}
