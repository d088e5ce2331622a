/// How loud a party's newest segment is beside all of its speech.
struct SegmentLoudness {
  /// The frames of speech from which on the party's own loudness counts as known.
  private static let known = 100
  /// A segment 20 dB below the speech is faint: speech of one voice at one microphone hardly ever
  /// is, while leaking voices and the sounds of a room are (own choice).
  private static let faint = 0.01

  private var segment = 0.0
  private var segmentFrames = 0
  private var speech = 0.0
  private var speechFrames = 0

  /// Notes that a segment has begun.
  mutating func begin() {
    segment = 0
    segmentFrames = 0
  }

  /// Takes the mean square of a frame of speech.
  mutating func add(_ power: Double) {
    segment += power
    segmentFrames += 1
    speech += power
    speechFrames += 1
  }

  /// Whether the newest segment is far below the speech so far; false while too little is known.
  var isFaint: Bool {
    guard segmentFrames > 0, speechFrames >= Self.known else { return false }
    return segment / Double(segmentFrames) < Self.faint * speech / Double(speechFrames)
  }
}
