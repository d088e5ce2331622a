import Glibc

/// Sounds that the detector takes for speech: a glottal buzz with a melody, vowels and syllables.
public struct SpeechLikeSignal: Sendable {
  /// The samples a second.
  public var rate: Int
  /// The stretches with sound, in seconds.
  public var bursts: [ClosedRange<Double>]
  /// The frequency of the lowest harmonic, in Hz.
  public var pitch: Double
  /// The loudness; about the amplitude of the strongest harmonics.
  public var loudness: Double
  /// The amplitude of the noise below it all.
  public var noise: Double
  /// What makes the noise another noise.
  public var seed: UInt32

  /// Creates a signal.
  public init(
    rate: Int, bursts: [ClosedRange<Double>], pitch: Double = 150, loudness: Double = 0.2,
    noise: Double = 0.003, seed: UInt32 = 1
  ) {
    self.rate = rate
    self.bursts = bursts
    self.pitch = pitch
    self.loudness = loudness
    self.noise = noise
    self.seed = seed
  }

  /// The first `seconds` of the signal.
  public func samples(seconds: Double) -> [Float] {
    var source = NoiseSource(seed: seed)
    var turn = 0.0
    return (0..<Int((seconds * Double(rate)).rounded())).map { index in
      let time = Double(index) / Double(rate)
      let background = noise * source.next()
      // Pitch wanders as in a sentence, differently for each voice.
      let melody = 1 + 0.12 * sin(2 * Double.pi * 0.9 * time + Double(seed))
      turn += pitch * melody / Double(rate)
      guard bursts.contains(where: { $0.contains(time) && time < $0.upperBound }) else {
        return Float(background)
      }
      return Float(background + loudness * voice(turn: turn, pitch: pitch * melody, time: time))
    }
  }

  /// A voice that changes from vowel to vowel, a syllable of about a quarter second after the other.
  private func voice(turn: Double, pitch: Double, time: Double) -> Double {
    let syllable = time * 4.3 + Double(seed % 7) * 0.31
    let vowels: [[Double]] = [[700, 1200, 2500], [400, 2000, 2700], [500, 900, 2400], [600, 1700, 2600]]
    let formants = vowels[Int(syllable) % vowels.count]
    var sum = 0.0
    for harmonic in 1...Int(3500 / (pitch * 1.2)) {
      let frequency = pitch * Double(harmonic)
      let strength = formants.reduce(0.0) { sum, formant in
        let distance = (frequency - formant) / 120
        return sum + 1 / (1 + distance * distance) * (500 / formant)
      }
      sum += (0.08 + strength) * sin(2 * Double.pi * turn * Double(harmonic))
    }
    let beat = 0.25 + 0.75 * pow(sin(Double.pi * syllable), 2)
    return 0.5 * sum * beat
  }
}
