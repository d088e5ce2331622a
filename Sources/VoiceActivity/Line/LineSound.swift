/// What a party's line carries besides speech.
public enum LineSound: Equatable, Sendable {
  /// Silence, noise or speech.
  case other
  /// Music, as on hold.
  case music
  /// A rest in the music, or its end, or somebody who speaks after it: that will be known soon.
  case rest
  /// A tone of the network, as after the other has hung up.
  case tone
  /// Tones of several pitches, which may turn out to be music.
  case notes
}
