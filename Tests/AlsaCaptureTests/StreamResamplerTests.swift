import Conversation
import Testing

@testable import AlsaCapture

@Suite struct StreamResamplerTests {
  /// The time line must not slip however often capture is interrupted.
  @Test(arguments: [8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
  func asMuchTimeComesOutAsWentIn(rate: Int) {
    var resampler = StreamResampler(from: rate, to: .wide, channels: 2)
    var output: [Float] = []
    var skipped = 0
    var position = 0
    for (audio, gap) in [(1, 7), (4801, 333), (rate, 1), (17, 100_001), (3 * rate + 5, 0)] {
      let samples = [Float](repeating: 0.25, count: audio * 2)
      resampler.append(samples.span, to: &output)
      resampler.endStretch(into: &output)
      position += audio
      #expect(output.count / 2 + skipped == position * 16_000 / rate)
      skipped += resampler.skip(gap)
      position += gap
      #expect(output.count / 2 + skipped == position * 16_000 / rate)
    }
    #expect(output.count % 2 == 0)
  }

  @Test(arguments: [8000, 44_100, 48_000, 192_000])
  func aClickComesOutWhenItWentIn(rate: Int) throws {
    var input = [Float](repeating: 0, count: rate)
    for index in rate / 2..<rate / 2 + rate / 8000 { input[index] = 1 }
    var resampler = StreamResampler(from: rate, to: .wide, channels: 1)
    var output: [Float] = []
    resampler.append(input.span, to: &output)
    resampler.endStretch(into: &output)
    let highest = try #require(output.indices.max { output[$0] < output[$1] })
    #expect(abs(highest - 8000) <= 2)
  }

  @Test func theSizesOfBlocksDoNotMatter() {
    let input = (0..<48_000).map { Float(($0 &* 7919) % 2001) / 1000 - 1 }
    var whole: [Float] = []
    var pieces: [Float] = []
    var first = StreamResampler(from: 48_000, to: .wide, channels: 1)
    first.append(input.span, to: &whole)
    first.endStretch(into: &whole)
    var second = StreamResampler(from: 48_000, to: .wide, channels: 1)
    var start = 0
    var length = 1
    while start < input.count {
      let end = min(start + length, input.count)
      let piece = Array(input[start..<end])
      second.append(piece.span, to: &pieces)
      start = end
      length = length * 7 % 997 + 1
    }
    second.endStretch(into: &pieces)
    #expect(whole == pieces)
  }

  @Test func audioAtTheEngineRatePassesUnchanged() {
    let input = (0..<999).map { Float($0) / 1000 }
    var resampler = StreamResampler(from: 8000, to: .narrow, channels: 1)
    var output: [Float] = []
    resampler.append(input.span, to: &output)
    resampler.endStretch(into: &output)
    #expect(output == input)
  }
}
