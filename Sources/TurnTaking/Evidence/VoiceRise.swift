import Conversation

/// How much a party's voice has risen in its newest speech against what came before.
struct VoiceRise {
  private struct Sums {
    var power = 0.0
    var frames = 0
    var pitch = 0.0
    var pitches = 0

    mutating func add(_ other: Sums) {
      power += other.power
      frames += other.frames
      pitch += other.pitch
      pitches += other.pitches
    }
  }

  /// A rise by this much counts in full: marked changes of the tone measures.
  private static let fullLevel = 6.0
  private static let fullPitch = 3.0

  private var usual = Sums()
  private var newest = Sums()
  private var silent = 0

  /// Takes the next frame of the party.
  mutating func add(_ voice: VoiceFrame, isSpeech: Bool) {
    guard isSpeech else {
      silent += 1
      if silent == 18 {
        usual.add(newest)
        newest = Sums()
      }
      return
    }
    silent = 0
    newest.power += Double(voice.power)
    newest.frames += 1
    if voice.pitch > 0 {
      newest.pitch += Double(voice.pitch)
      newest.pitches += 1
    }
  }

  /// The mean of the rises in level and pitch, each from 0 to 1; nil while too little is known.
  var share: Double? {
    guard usual.frames >= 500, newest.frames >= 20, usual.power > 0 else { return nil }
    let before = usual.power / Double(usual.frames)
    let louder = Logarithm.decibels(newest.power / Double(newest.frames) / before)
    let level = min(max(louder / Self.fullLevel, 0), 1)
    guard usual.pitches >= 100, newest.pitches >= 5 else { return level }
    let ratio =
      (newest.pitch / Double(newest.pitches)) / (usual.pitch / Double(usual.pitches))
    let higher = 12 * Logarithm.base2(ratio)
    return (level + min(max(higher / Self.fullPitch, 0), 1)) / 2
  }
}
