import AudioFiles
import CSndfile
import Conversation
import SoundFixtures
import Testing

/// Every format that libsndfile opens comes out as what went in.
struct FormatTests {
  struct Format: Sendable, CustomTestStringConvertible {
    let name: String
    let code: Int
    /// The noise that the encoding may add, relative to the signal.
    let noise: Float
    var channels = 2
    var rate = 8000
    var testDescription: String { name }
  }

  static let formats: [Format] = [
    Format(name: "u8.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_U8), noise: 0.05),
    Format(name: "s16.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "s24.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_24), noise: 1e-5),
    Format(name: "s32.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_32), noise: 1e-5),
    Format(name: "float.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_FLOAT), noise: 1e-6),
    Format(name: "double.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_DOUBLE), noise: 1e-6),
    Format(name: "alaw.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_ALAW), noise: 0.05),
    Format(name: "mulaw.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_ULAW), noise: 0.05),
    Format(name: "ima.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM), noise: 0.2),
    Format(name: "ms.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM), noise: 0.3),
    Format(name: "extensible.wav", code: Int(SF_FORMAT_WAVEX | SF_FORMAT_PCM_24), noise: 1e-5),
    Format(
      name: "rifx.wav", code: Int(SF_FORMAT_WAV | SF_FORMAT_PCM_16 | SF_ENDIAN_BIG), noise: 1e-3),
    Format(name: "s16.rf64", code: Int(SF_FORMAT_RF64 | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "s16.w64", code: Int(SF_FORMAT_W64 | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "s16.flac", code: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "s24.flac", code: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_24), noise: 1e-5),
    Format(name: "s8.aiff", code: Int(SF_FORMAT_AIFF | SF_FORMAT_PCM_S8), noise: 0.05),
    Format(name: "s16.aiff", code: Int(SF_FORMAT_AIFF | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "mulaw.au", code: Int(SF_FORMAT_AU | SF_FORMAT_ULAW), noise: 0.05),
    Format(name: "s16.caf", code: Int(SF_FORMAT_CAF | SF_FORMAT_PCM_16), noise: 1e-3),
    Format(name: "vorbis.ogg", code: Int(SF_FORMAT_OGG | SF_FORMAT_VORBIS), noise: 0.3),
  ]

  @Test(arguments: formats)
  func bothChannelsComeBack(_ format: Format) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(format.name)
    let left = Signals.bursts(rate: format.rate, seconds: 2)
    let right = Signals.bursts(rate: format.rate, seconds: 2, seed: 0.4)
    try SoundWriter.write(
      Signals.interleave(left, right), to: path, format: format.code, rate: format.rate,
      channels: 2)
    let reading = try Reading(path: path)
    #expect(reading.rate == .narrow)
    #expect(reading.repairs.isEmpty)
    #expect(noise(of: reading.agent, against: left) < format.noise)
    #expect(noise(of: reading.customer, against: right) < format.noise)
    #expect(reading.agent.count == reading.customer.count)
    #expect(reading.agent.count == reading.expected)
    // Block codecs pad their last block.
    #expect(reading.agent.count >= left.count && reading.agent.count < left.count + 2048)
  }

  @Test func gsmComesBack() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("call.wav")
    let signal = Signals.sine(400, rate: 8000, seconds: 2)
    try SoundWriter.write(
      signal, to: path, format: Int(SF_FORMAT_WAV | SF_FORMAT_GSM610), rate: 8000, channels: 1)
    let input = AudioInput(.path(path))
    let reading = try Reading(CallSource(.apart(agent: input, customer: input)))
    let isSame = reading.agent == reading.customer
    #expect(isSame)
    #expect(reading.repairs.isEmpty)
    #expect(noise(of: reading.agent, against: signal) < 0.3)
  }

  @Test func sixteenBitIsExact() throws {
    let folder = try TemporaryFolder()
    let samples = (0..<20_000).map { Int16(truncatingIfNeeded: $0 &* 7919) }
    let path = try folder.write(
      WaveBytes(rate: 8000, channels: 2, samples: samples).bytes, as: "call.wav")
    let reading = try Reading(path: path)
    let frames = Signals.interleave(reading.agent, reading.customer)
    let isExact = frames == samples.map { Float($0) / 32_768 }
    #expect(isExact)
  }

  private func noise(of samples: [Float], against signal: [Float]) -> Float {
    let error = zip(samples, signal).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (error / signal.reduce(0) { $0 + $1 * $1 }).squareRoot()
  }
}
