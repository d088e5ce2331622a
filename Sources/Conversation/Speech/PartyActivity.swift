/// What became known about one party's speech with one more frame of audio.
public struct PartyActivity: Equatable, Sendable {
  /// A change of what is known of a party's speech.
  public enum Edge: Equatable, Sendable {
    /// Speech has probably begun.
    case started(SampleTime)
    /// The probable beginning was not speech.
    case cancelled(SampleTime)
    /// Speech has begun, long enough to count.
    case confirmed(SampleTime)
    /// A confirmed segment is over.
    case ended(Interval)
  }

  /// The change, if there was one.
  public var edge: Edge?
  /// Whether the newest frame was heard; false where the audio was lost or withheld.
  public var isHeard: Bool
  /// Whether the party is inside a confirmed segment, its short pauses included.
  public var isSpeaking: Bool
  /// The end of the last frame known to be speech.
  public var lastActive: SampleTime
  /// The time up to which it is known for good who spoke when; never moves back.
  public var known: SampleTime
  /// The mean square of the newest frame that may belong to speech, full scale 1; 0 where unknown.
  public var power: Double

  /// Creates a report.
  public init(
    edge: Edge?, isHeard: Bool = true, isSpeaking: Bool, lastActive: SampleTime, known: SampleTime,
    power: Double = 0
  ) {
    self.edge = edge
    self.isHeard = isHeard
    self.isSpeaking = isSpeaking
    self.lastActive = lastActive
    self.known = known
    self.power = power
  }
}
