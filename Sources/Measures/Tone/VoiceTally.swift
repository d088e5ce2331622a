import Conversation

/// Adds up how a party's voice sounds over a stretch.
struct VoiceTally: Equatable {
  /// The frames of speech below which nothing is said, and the pitches.
  private static let fewestFrames = 300
  private static let fewestPitches = 100

  private var pitches = PitchHistogram()
  private var power = 0.0
  private var powerFrames = 0
  private var syllables = 0
  /// The frames of speech, short pauses included.
  private(set) var frames = 0

  /// Creates the sums of no speech.
  init() {}

  init(_ counts: ToneCounts.Voice) {
    pitches = PitchHistogram(counts.pitches)
    power = counts.power
    powerFrames = counts.powerFrames
    syllables = counts.syllables
    frames = counts.frames
  }

  /// The sums without a reference.
  var counts: ToneCounts.Voice {
    ToneCounts.Voice(
      pitches: pitches.pitches, power: power, powerFrames: powerFrames, syllables: syllables,
      frames: frames)
  }

  /// Adds the sums over another stretch.
  mutating func add(_ other: VoiceTally) {
    pitches.add(other.pitches)
    power += other.power
    powerFrames += other.powerFrames
    syllables += other.syllables
    frames += other.frames
  }

  /// Takes away what had been summed up at an earlier moment.
  mutating func subtract(_ earlier: VoiceTally) {
    pitches.subtract(earlier.pitches)
    power -= earlier.power
    powerFrames -= earlier.powerFrames
    syllables -= earlier.syllables
    frames -= earlier.frames
  }

  /// Takes a frame of speech.
  mutating func add(_ voice: VoiceFrame) {
    frames += 1
    power += Double(voice.power)
    powerFrames += 1
    if voice.pitch > 0 { pitches.add(Double(voice.pitch)) }
  }

  /// Takes a pause that is no longer than a segment bridges.
  mutating func add(pause: Int) { frames += pause }

  /// Counts a syllable.
  mutating func addSyllable() { syllables += 1 }

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    pitches.removeAll()
    (power, powerFrames, syllables, frames) = (0, 0, 0, 0)
  }

  /// The figures, as far as there is enough for each.
  var figures: VoiceFigures {
    var figures = VoiceFigures()
    if pitches.count >= Self.fewestPitches {
      figures.pitch = pitches.quantile(0.5)
      figures.lowPitch = pitches.quantile(0.1)
      figures.highPitch = pitches.quantile(0.9)
    }
    if frames >= Self.fewestFrames {
      figures.loudness = Logarithm.decibels(power / Double(powerFrames))
      figures.rate = Double(syllables) * 100 / Double(frames)
    }
    return figures
  }
}
