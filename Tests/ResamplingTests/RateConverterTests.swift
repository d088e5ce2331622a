import Glibc
import Testing

@testable import Resampling

/// What stands in the pass band comes out as it was and in its place; what could fold back does not.
struct RateConverterTests {
  static let rates = [
    8000, 8001, 11_025, 11_127, 12_000, 22_050, 24_000, 32_000, 37_800, 44_100, 44_101, 48_000,
    96_000, 192_000,
  ]

  private func tone(_ frequency: Double, rate: Int, count: Int) -> [Float] {
    (0..<count).map { Float(0.5 * sin(2 * .pi * frequency * Double($0) / Double(rate))) }
  }

  /// Converts the channels in chunks of a length that changes all the time.
  private func convert(
    _ channels: [[Float]], from rate: Int, to output: Int = 16_000, chunk: Int = 4096
  ) -> [[Float]] {
    var converter = RateConverter(from: rate, to: output, channels: channels.count)
    var results = [[Float]](repeating: [], count: channels.count)
    var start = 0
    var length = min(chunk, RateConverter.capacity)
    while start < channels[0].count {
      let count = min(length, channels[0].count - start)
      for (channel, samples) in channels.enumerated() {
        for index in 0..<count { converter.input(channel)[index] = samples[start + index] }
      }
      let made = converter.convert(count)
      for channel in channels.indices {
        results[channel] += UnsafeBufferPointer(start: converter.output(channel), count: made)
      }
      start += count
      if chunk < RateConverter.capacity { length = (length * 7 + chunk) % 997 + 1 }
    }
    return results
  }

  /// The greatest difference, in dB below the tone, without the filter's beginning.
  private func difference(_ results: [Float], _ expected: [Float]) -> Float {
    let worst = zip(results, expected).dropFirst(700).map { abs($0 - $1) }.max() ?? .infinity
    return 20 * log10(worst / 0.5)
  }

  @Test(arguments: rates) func thePassBandIsFlatAndInItsPlace(_ rate: Int) {
    let half = Double(min(rate, 16_000)) / 2
    for part in [0.01, 0.1, 0.33, 0.5, 0.7, 0.84] {
      let frequency = part * half
      let results = convert([tone(frequency, rate: rate, count: rate / 4)], from: rate)[0]
      #expect(results.count > 3700)
      // 0.01 dB, and images 70 dB down.
      let limit: Float = part < 0.84 ? -70 : -58
      #expect(
        difference(results, tone(frequency, rate: 16_000, count: results.count)) < limit,
        "\(frequency) Hz")
    }
  }

  @Test(arguments: rates.filter { $0 > 17_000 }) func nothingFoldsBack(_ rate: Int) {
    for frequency in stride(from: 8400.0, to: Double(rate) / 2, by: 977) {
      let results = convert([tone(frequency, rate: rate, count: rate / 4)], from: rate)[0]
      let silence = [Float](repeating: 0, count: results.count)
      #expect(difference(results, silence) < -78, "\(frequency) Hz")
    }
  }

  @Test(arguments: rates, [1, 160, 1000]) func theSizesOfChunksDoNotMatter(
    _ rate: Int, _ chunk: Int
  ) {
    let first = (0..<rate / 10).map { Float(($0 &* 7919) % 2001) / 1000 - 1 }
    let second = (0..<rate / 10).map { Float(($0 &* 104_729) % 1999) / 1000 - 1 }
    let whole = convert([first, second], from: rate)
    #expect(convert([first, second], from: rate, chunk: chunk) == whole)
    #expect(convert([second], from: rate)[0] == whole[1], "a channel alone")
  }

  @Test func aTelephoneCallIsMadeOfAnyDevice() {
    for rate in [11_127, 16_000, 44_100, 192_000] {
      let results = convert([tone(1000, rate: rate, count: rate / 4)], from: rate, to: 8000)[0]
      let expected = tone(1000, rate: 8000, count: results.count)
      #expect(difference(results, expected) < -70)
    }
  }

  @Test func whatIsForgottenLeavesNoTrace() {
    var converter = RateConverter(from: 44_100, to: 16_000, channels: 1)
    for index in 0..<1000 { converter.input(0)[index] = 1 }
    #expect(converter.convert(1000) > 0)
    converter.restart()
    #expect(converter.convertSilence() > 0)
    for index in 0..<1000 { #expect(converter.output(0)[index] == 0) }
  }

  @Test func overdrivenSamplesStayWithinFullScale() {
    let square = (0..<9600).map { Float($0 / 24 % 2 == 0 ? 1 : -1) }
    let results = convert([square, square], from: 48_000)
    #expect(results[0].allSatisfy { abs($0) <= 1 })
    #expect(results[1].contains(1) && results[1].contains(-1))
  }
}
