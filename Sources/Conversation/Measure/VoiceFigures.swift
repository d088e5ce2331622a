/// How a party's voice sounds over a stretch in which it speaks alone; no verdict, no emotion.
public struct VoiceFigures: Equatable, Sendable {
  /// The middle pitch in Hz; nil before two seconds with a pitch.
  public var pitch: Double?
  /// The pitch that a tenth of the time stays below, in Hz.
  public var lowPitch: Double?
  /// The pitch that nine tenths of the time stay below, in Hz.
  public var highPitch: Double?
  /// The active level in dBFS; nil before three seconds of speech.
  public var loudness: Double?
  /// The syllables in a second of speech without its pauses; nil before three seconds of speech.
  public var rate: Double?

  /// Creates the figures of no speech.
  public init() {}

  /// The figure by which a change is recognized.
  public subscript(measure: ToneMeasure) -> Double? {
    switch measure {
    case .pitch: pitch
    case .loudness: loudness
    case .rate: rate
    }
  }
}
