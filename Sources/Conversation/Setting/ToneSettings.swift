/// Whether voices are measured, and which changes are marked.
public struct ToneSettings: Equatable, Sendable {
  /// Whether pitch, loudness, syllable rate and background noise are measured.
  public var isMeasured: Bool = true
  /// The change of the median pitch that is marked, in semitones.
  public var pitch: Double = 3
  /// The change of the level that is marked, in dB.
  public var loudness: Double = 6
  /// The change of the syllable rate that is marked, as a share of it.
  public var rate: Double = 0.3

  /// Creates the default thresholds.
  public init() {}
}
