import AudioFiles
import Conversation
import SoundFixtures
import Testing

/// Audio keeps its place in time at every sample rate.
struct RateTests {
  static let rates = [
    8000, 8001, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000,
  ]

  private func read(rate: Int, seconds: Double = 0.8) throws -> Reading {
    let folder = try TemporaryFolder()
    let frames = Signals.interleave(
      Signals.bursts(rate: rate, seconds: seconds),
      Signals.bursts(rate: rate, seconds: seconds, seed: 0.4))
    let wave = WaveBytes(rate: rate, channels: 2, samples: Signals.shorts(frames))
    return try Reading(path: try folder.write(wave.bytes, as: "call.wav"))
  }

  @Test(arguments: rates)
  func lineUp(_ rate: Int) throws {
    let reading = try read(rate: rate)
    #expect(reading.rate == (rate == 8000 ? .narrow : .wide))
    let step = reading.rate == .narrow ? 2 : 1
    for (samples, seed) in [(reading.agent, 0.0), (reading.customer, 0.4)] {
      let truth = Signals.bursts(rate: 16_000, seconds: 0.8, seed: seed)
      let thinned = stride(from: 0, to: truth.count, by: step).map { truth[$0] }
      #expect(abs(lag(of: samples, behind: thinned)) * step <= 1)
      // And not only in place, but the same.
      let error = zip(samples, thinned).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      #expect(error < 3e-4 * thinned.reduce(0) { $0 + $1 * $1 })
    }
  }

  @Test(arguments: rates)
  func noSampleIsLost(_ rate: Int) throws {
    let reading = try read(rate: rate, seconds: 0.1234)
    let frames = Int(0.1234 * Double(rate))
    let samples = (frames * reading.rate.rawValue + rate - 1) / rate
    #expect(reading.agent.count == samples)
    #expect(reading.customer.count == samples)
    #expect(reading.expected == samples)
  }

  @Test(arguments: [0, 1, 4000, 7999, 192_001, 4_000_000_000])
  func absurdRatesAreRefused(_ rate: Int) throws {
    let folder = try TemporaryFolder()
    let wave = WaveBytes(rate: rate, channels: 2, samples: [Int16](repeating: 0, count: 3200))
    let path = try folder.write(wave.bytes, as: "call.wav")
    let error = #expect(throws: AudioFileError.self) { try Reading(path: path) }
    #expect(error?.code == .unsupportedRate)
    #expect(error?.description.contains("\(rate) Hz") == true)
  }

  /// The shift, in samples, at which the cross-correlation is largest.
  private func lag(of samples: [Float], behind truth: [Float]) -> Int {
    let lags = -20...20
    return lags.max { correlation(samples, truth, $0) < correlation(samples, truth, $1) } ?? .max
  }

  private func correlation(_ samples: [Float], _ truth: [Float], _ lag: Int) -> Float {
    stride(from: 100, to: min(samples.count, truth.count) - 100, by: 1)
      .reduce(0) { $0 + samples[$1 + lag] * truth[$1] }
  }
}
