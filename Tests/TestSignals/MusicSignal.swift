import Glibc

/// Sounds of a line that are no speech: music as on hold, and the tones of the network.
public enum MusicSignal {
  /// Broken chords over a bass, some notes a second, over a trace of noise.
  public static func music(
    rate: Int, seconds: Double, notesPerSecond: Double = 3, loudness: Double = 0.1, seed: Int = 1
  ) -> [Float] {
    let chords = [[0.0, 4, 7, 12], [9, 12, 16, 21], [5, 9, 12, 17], [7, 11, 14, 19]]
    var random = RandomSource(seed: seed)
    var samples = silence(rate: rate, seconds: seconds)
    let length = 1 / notesPerSecond
    for beat in 0..<Int(seconds * notesPerSecond) {
      let chord = chords[beat / 8 % chords.count]
      let start = Double(beat) * length
      let note = chord[Int.random(in: 0..<chord.count, using: &random)]
      add(
        pitch: 220 * exp2(note / 12), from: start, for: length * 2, loudness: loudness, rate,
        to: &samples)
      if beat.isMultiple(of: 4) {
        add(
          pitch: 110 * exp2(chord[0] / 12), from: start, for: length * 4, loudness: loudness, rate,
          to: &samples)
      }
    }
    return samples
  }

  /// A melody of sinusoids, one after the other, some a second, over a trace of noise.
  public static func bareNotes(
    _ frequencies: [Double], rate: Int, seconds: Double, notesPerSecond: Double
  ) -> [Float] {
    var samples = silence(rate: rate, seconds: seconds)
    for index in samples.indices {
      let time = Double(index) / Double(rate)
      let note = Int(time * notesPerSecond)
      let since = time - Double(note) / notesPerSecond
      let until = 1 / notesPerSecond - since
      let envelope = min(1, since / 0.02, until / 0.02)
      let frequency = frequencies[note % frequencies.count]
      samples[index] += Float(0.1 * envelope * sin(2 * .pi * frequency * since))
    }
    return samples
  }

  /// Sinusoids that sound for the first part of every period.
  public static func tone(
    _ frequencies: [Double], on: Double, period: Double, rate: Int, seconds: Double
  ) -> [Float] {
    var samples = silence(rate: rate, seconds: seconds)
    for index in samples.indices {
      let time = Double(index) / Double(rate)
      guard fmod(time, period) < on else { continue }
      for frequency in frequencies {
        samples[index] += Float(0.1 * sin(2 * .pi * frequency * time))
      }
    }
    return samples
  }

  private static func silence(rate: Int, seconds: Double) -> [Float] {
    var source = NoiseSource(seed: 5)
    return (0..<Int(seconds * Double(rate))).map { _ in Float(0.0003 * source.next()) }
  }

  /// Adds a plucked note with six overtones.
  private static func add(
    pitch: Double, from start: Double, for length: Double, loudness: Double, _ rate: Int,
    to samples: inout [Float]
  ) {
    let first = Int(start * Double(rate))
    let last = min(samples.count, first + Int(length * Double(rate)))
    for index in first..<max(first, last) {
      let time = Double(index - first) / Double(rate)
      let envelope = min(1, time / 0.01) * exp(-3 * time / length)
      var value = 0.0
      for partial in 1...6 where pitch * Double(partial) < 0.45 * Double(rate) {
        value += sin(2 * .pi * pitch * Double(partial) * time) / Double(partial * partial)
      }
      samples[index] += Float(loudness * envelope * value)
    }
  }
}
