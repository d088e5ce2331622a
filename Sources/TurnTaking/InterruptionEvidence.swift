import Conversation

/// What is known about a newcomer's speech inside the other's, some time after its onset.
struct InterruptionEvidence: Equatable {
  /// The newcomer's speech since the onset, short pauses included.
  var ownSpeech: SampleTime
  /// The time both have spoken since the onset.
  var overlap: SampleTime
}
