/// What is known of one side at a look.
package struct SetupSide: Equatable, Sendable {
  /// The level since the last look in dBFS; nil for digital silence.
  package var level: Double?
  /// Whether somebody speaks there.
  package var isSpeaking: Bool
  /// Whether its device is heard at all.
  package var isHeard: Bool
  /// The level of the speech so far in dBFS; nil before a second of it.
  package var speechLevel: Double?
  /// Whether it has carried any signal so far.
  package var hasSignal: Bool
  /// Whether so much of it is at full scale that speech is distorted.
  package var isClipped: Bool
  /// The level in dB of the other party's voice in it; nil where none is certain.
  package var leak: Double?

  package init(
    level: Double? = nil, isSpeaking: Bool = false, isHeard: Bool = true,
    speechLevel: Double? = nil, hasSignal: Bool = false, isClipped: Bool = false,
    leak: Double? = nil
  ) {
    self.level = level
    self.isSpeaking = isSpeaking
    self.isHeard = isHeard
    self.speechLevel = speechLevel
    self.hasSignal = hasSignal
    self.isClipped = isClipped
    self.leak = leak
  }
}
