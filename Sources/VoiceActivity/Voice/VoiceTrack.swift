import Conversation

/// One party's frames until it is settled whether they are speech.
struct VoiceTrack {
  private var recent = InlineArray<4, VoiceFrame>(repeating: VoiceFrame())
  private var index = 0

  /// Takes the newest frame.
  mutating func add(_ frame: VoiceFrame) {
    recent[index] = frame
    index = (index + 1) % (ActivityGate.lookAhead + 1)
  }

  /// The frame `ActivityGate.lookAhead` before the newest.
  var settled: VoiceFrame { recent[index] }
}
