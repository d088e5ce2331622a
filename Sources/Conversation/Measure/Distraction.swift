/// What the agent's microphone carries while the customer speaks and the agent does not.
public struct Distraction: Equatable, Sendable {
  /// The time that could be judged.
  public var judged: SampleTime
  /// The part of it with sound less than 20 dB below the agent's own speech.
  public var noise: SampleTime
  /// The level of the whole, in dBFS.
  public var level: Double

  /// Creates the measures.
  public init(judged: SampleTime, noise: SampleTime, level: Double) {
    self.judged = judged
    self.noise = noise
    self.level = level
  }
}
