/// What is compared with a party's own first minute.
public enum ToneMeasure: String, CaseIterable, Hashable, Sendable {
  /// The median pitch, in Hz.
  case pitch
  /// The active level, in dBFS.
  case loudness
  /// The syllables a second.
  case rate
}
