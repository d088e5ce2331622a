import Glibc

/// Sounds that the detector takes for speech: harmonics whose loudness beats four times a second.
public struct SpeechLikeSignal: Sendable {
  /// The samples a second.
  public var rate: Int
  /// The stretches with sound, in seconds.
  public var bursts: [ClosedRange<Double>]
  /// The frequency of the lowest harmonic, in Hz.
  public var pitch: Double
  /// The amplitude of the lowest harmonic.
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
    return (0..<Int((seconds * Double(rate)).rounded())).map { index in
      let time = Double(index) / Double(rate)
      let background = noise * source.next()
      guard bursts.contains(where: { $0.contains(time) && time < $0.upperBound }) else {
        return Float(background)
      }
      let phase = 2 * Double.pi * pitch * time
      let tone = sin(phase) + 0.5 * sin(2 * phase) + 0.25 * sin(9 * phase)
      let beat = 0.5 - 0.5 * cos(2 * Double.pi * 4 * time)
      return Float(background + loudness * tone * beat)
    }
  }
}
