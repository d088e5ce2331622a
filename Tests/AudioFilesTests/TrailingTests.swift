import AudioFiles
import CSndfile
import Conversation
import Foundation
import SoundFixtures
import Testing

/// What lies behind the samples that a header declares is read where it is sound, and told.
struct TrailingTests {
  private let folder: TemporaryFolder
  private let voice: [Float] = Signals.interleave(
    Signals.bursts(rate: 8000, seconds: 4), Signals.bursts(rate: 8000, seconds: 4, seed: 0.4))

  init() throws { folder = try TemporaryFolder() }

  private var call: WaveBytes {
    WaveBytes(rate: 8000, channels: 2, samples: voice.map { Int16($0 * 32_000) })
  }

  private func read(_ bytes: [UInt8], as name: String = "call.wav") throws -> Reading {
    try Reading(path: try folder.write(bytes, as: name))
  }

  @Test func aHeaderThatWasNeverUpdatedIsReadOn() throws {
    var wave = call
    wave.declaredSize = wave.data.count / 4
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 32_000)
    #expect(reading.repairs.map(\.kind) == [.continued(declared: 8000, present: 32_000)])
    #expect(reading.repairs.first?.code == .unfinishedHeader)
  }

  @Test func aSizeModulo65536IsReadOn() throws {
    var wave = call
    wave.declaredSize = wave.data.count % 65_536
    #expect(try read(wave.bytes).agent.count == 32_000)
  }

  @Test func twoChunksOfSamplesAreOneRecording() throws {
    let whole = try read(call.bytes)
    var wave = call
    let half = wave.data.count / 2
    wave.chunksAfter = [("data", Array(wave.data[half...])), ("LIST", Array("INFOISFT".utf8))]
    wave.data.removeSubrange(half...)
    let reading = try read(wave.bytes)
    let isSame = reading.sounds(like: whole)
    #expect(isSame)
    #expect(reading.repairs.map(\.kind) == [.continued(declared: 16_000, present: 32_000)])
  }

  @Test func joinedFilesAreOneRecording() throws {
    let reading = try read(call.bytes + call.bytes)
    #expect(reading.agent.count == 64_000)
    #expect(reading.repairs.first?.code == .unfinishedHeader)
  }

  @Test(
    arguments: [
      ("noise", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) }),
      ("text", Array(String(repeating: "Dear customer, thank you. ", count: 800).utf8)),
      ("zeros", [UInt8](repeating: 0, count: 20_000)),
    ])
  func foreignBytesAreLeftOut(_ name: String, _ bytes: [UInt8]) throws {
    let reading = try read(call.bytes + bytes)
    #expect(reading.agent.count == 32_000)
    #expect(reading.repairs.map(\.kind) == [.foreignBytes(bytes.count)])
    #expect(reading.repairs.first?.code == nil)
  }

  @Test(
    arguments: [
      ("w64", Int(SF_FORMAT_W64 | SF_FORMAT_PCM_16)),
      ("sph", Int(SF_FORMAT_NIST | SF_FORMAT_PCM_16)),
      ("voc", Int(SF_FORMAT_VOC | SF_FORMAT_PCM_16)),
      ("aiff", Int(SF_FORMAT_AIFF | SF_FORMAT_PCM_16)),
      ("au", Int(SF_FORMAT_AU | SF_FORMAT_ULAW)),
      ("caf", Int(SF_FORMAT_CAF | SF_FORMAT_PCM_16)),
      ("avr", Int(SF_FORMAT_AVR | SF_FORMAT_PCM_16)),
      ("mat4", Int(SF_FORMAT_MAT4 | SF_FORMAT_PCM_16)),
      ("mat5", Int(SF_FORMAT_MAT5 | SF_FORMAT_PCM_16)),
      ("mpc2k", Int(SF_FORMAT_MPC2K | SF_FORMAT_PCM_16)),
    ])
  func everyFormatTellsWhatLiesBehind(_ name: String, _ format: Int) throws {
    let path = folder.path("call.\(name)")
    try SoundWriter.write(voice, to: path, format: format, rate: 8000, channels: 2)
    let whole = try Reading(path: path)
    #expect(whole.repairs.isEmpty)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) }
    let reading = try read(bytes + noise, as: "behind.\(name)")
    #expect(abs(reading.agent.count - whole.agent.count) < 10)
    let isTold = reading.repairs.contains {
      if case .foreignBytes(let count) = $0.kind { abs(count - noise.count) < 16 } else { false }
    }
    #expect(isTold)
  }

  @Test func muLawIsAByteWhateverItsBits() throws {
    var wave = call
    wave.encoding = 7
    wave.data = (0..<8000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try read(wave.bytes).agent.count == 4000)
  }

  @Test func bitsInLargerContainersAreTheirUpperOnes() throws {
    var wave = call
    wave.bits = 24
    wave.data = (0..<4000).flatMap { [0, 0, UInt8(truncatingIfNeeded: $0), 0x10] }
    var bytes = wave.bytes
    // Bytes in a second and in a frame.
    bytes.replaceSubrange(28..<34, with: [0x00, 0xFA, 0, 0, 8, 0])
    let reading = try read(bytes)
    #expect(reading.agent.count == 2000)
    let expected = Float(0x1004_0000) / 0x8000_0000
    let isRight = abs((reading.agent.dropFirst(2).first ?? 0) - expected) < 1e-6
    #expect(isRight)
  }

  @Test func aTruncatedCafIsReadAsFarAsItGoes() throws {
    let path = folder.path("call.caf")
    try SoundWriter.write(
      voice, to: path, format: Int(SF_FORMAT_CAF | SF_FORMAT_PCM_16), rate: 8000, channels: 2)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let reading = try read(Array(bytes.dropLast(40_000)), as: "half.caf")
    #expect(reading.agent.count == 22_000)
    #expect(reading.repairs.map(\.kind) == [.truncated(declared: 32_000, present: 22_000)])
  }

  @Test(arguments: [(0x83, "G.729"), (0x22, "TrueSpeech"), (0x42, "G.723.1"), (0x45, "G.726")])
  func aCodecThatCannotBeDecodedIsNamed(_ tag: Int, _ name: String) throws {
    var wave = call
    wave.encoding = tag
    wave.bits = 1
    let path = try folder.write(wave.bytes, as: "call.wav")
    let error = try #require(#expect(throws: AudioFileError.self) { try Reading(path: path) })
    #expect(error.code == .unsupportedEncoding)
    #expect(error.description.contains(name) && error.description.contains("ffmpeg -i "))
  }
}
