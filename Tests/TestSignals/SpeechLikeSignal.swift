import Glibc

/// Sounds that the detector takes for speech: syllables of gliding pitch and changing vowels.
public struct SpeechLikeSignal: Sendable {
  /// The frequencies of three resonances for each of some vowels, in Hz.
  private static let vowels = [
    [730.0, 1090, 2440], [270, 2290, 3010], [570, 840, 2410], [530, 1840, 2480], [300, 870, 2240],
    [660, 1720, 2410],
  ]

  /// The samples a second.
  public var rate: Int
  /// The stretches with sound, in seconds.
  public var bursts: [ClosedRange<Double>]
  /// The middle frequency of the voice, in Hz.
  public var pitch: Double
  /// The greatest amplitude of the voice.
  public var loudness: Double
  /// The amplitude of the noise below it all.
  public var noise: Double
  /// What makes the syllables and the noise other ones.
  public var seed: Int

  /// Creates a signal.
  public init(
    rate: Int, bursts: [ClosedRange<Double>], pitch: Double = 130, loudness: Double = 0.3,
    noise: Double = 0.002, seed: Int = 1
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
    var source = NoiseSource(seed: UInt32(truncatingIfNeeded: seed))
    var samples = (0..<Int((seconds * Double(rate)).rounded())).map { _ in
      Float(noise * source.next())
    }
    var random = RandomSource(seed: seed)
    for burst in bursts {
      var start = burst.lowerBound
      while start < burst.upperBound - 0.05 {
        let length = min(Double.random(in: 0.12...0.24, using: &random), burst.upperBound - start)
        let hiss = random.chance(0.4) ? 0.05 : 0
        add(syllable: start..<start + length, hiss: hiss, to: &samples, &source, &random)
        start += length + Double.random(in: 0.01...0.05, using: &random)
      }
    }
    return samples
  }

  private func add(
    syllable: Range<Double>, hiss: Double, to samples: inout [Float], _ source: inout NoiseSource,
    _ random: inout RandomSource
  ) {
    let vowel = Self.vowels.randomElement(using: &random) ?? []
    let from = pitch * Double.random(in: 0.85...1.2, using: &random)
    let to = pitch * Double.random(in: 0.8...1.15, using: &random)
    let harmonics = (1...max(1, Int(3600 / max(from, to)))).map { number in
      let frequency = Double(number) * pitch
      return vowel.map { 1 / (1 + pow((frequency - $0) / (60 + 0.06 * $0), 2)) }.reduce(0, +)
        / Double(number).squareRoot()
    }
    let scale = loudness / max(harmonics.reduce(0, +), 1e-9)
    var phase = 0.0
    let first = Int(syllable.lowerBound * Double(rate))
    let last = min(Int(syllable.upperBound * Double(rate)), samples.count)
    for index in first..<max(first, last) {
      let progress = Double(index - first) / Double(last - first)
      phase += 2 * Double.pi * (from + (to - from) * progress) / Double(rate)
      var value = 0.0
      for (number, amplitude) in harmonics.enumerated() {
        value += amplitude * sin(Double(number + 1) * phase)
      }
      let envelope = min(1, 6 * progress) * min(1, 5 * (1 - progress))
      let breath = progress < 0.3 ? hiss * source.next() : 0
      samples[index] += Float(envelope * scale * value * 1.6 + breath)
    }
  }
}
