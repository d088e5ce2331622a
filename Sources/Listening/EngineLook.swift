package import Conversation
package import VoiceActivity

/// What a look at an engine finds besides its events.
package struct EngineLook {
  /// The audio consumed so far.
  package let consumed: SampleTime
  /// The level of each party's audio since the last look, in dBFS; nil for digital silence.
  package let levels: PartyPair<Double?>
  /// What the customer's line carries besides speech.
  package let customerSound: LineSound
  /// What makes figures doubtful so far.
  package let doubts: InputDoubts
  /// What has been counted of the sound so far.
  package let counts: SoundCounts
  /// Whether a key or another tone of the network was heard since the last look.
  package let hasTone: Bool
  /// The earliest start that an event may still have; nil where that was not asked.
  package let openSince: SampleTime?
}
