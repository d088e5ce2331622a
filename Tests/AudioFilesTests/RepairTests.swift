import AudioFiles
import CSndfile
import Conversation
import Foundation
import SoundFixtures
import Testing

/// What can be mended is mended, read and said.
struct RepairTests {
  private let folder: TemporaryFolder
  private let samples: [Int16] = (0..<4000).map { Int16(truncatingIfNeeded: $0 &* 31) }

  init() throws { folder = try TemporaryFolder() }

  private var call: WaveBytes { WaveBytes(rate: 8000, channels: 2, samples: samples) }

  private func read(_ bytes: [UInt8], as name: String = "call.wav") throws -> Reading {
    try Reading(path: try folder.write(bytes, as: name))
  }

  @Test func truncatedDataIsReadAndNoted() throws {
    let reading = try read(Array(call.bytes.dropLast(4001)))
    #expect(reading.agent.count == 999)
    #expect(reading.repairs.map(\.kind) == [.truncated(declared: 2000, present: 999)])
    #expect(reading.repairs.first?.code == .truncated)
    #expect(reading.repairs.first?.party == nil)
    #expect(reading.repairs.first?.description.contains("2000 frames, but only 999") == true)
  }

  @Test(
    arguments: [
      (0, 0), (0, nil), (0xFFFF_FFFF, 0xFFFF_FFFF), (0x7FFF_FFFF, nil), (0x7FFF_F000, 0),
      (0x8000_0000, 0), (0xFFFF_FFDB, 0xFFFF_FFFF),
    ] as [(Int, Int?)])
  func aCrashedRecordersFileIsReadToTheEnd(_ size: Int, _ whole: Int?) throws {
    var wave = call
    wave.declaredSize = size
    wave.declaredWhole = whole
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 2000)
    #expect(reading.repairs.map(\.kind) == [.unfinishedHeader])
    #expect(reading.repairs.first?.code == .unfinishedHeader)
  }

  @Test func aWrongSizeOfTheWholeDoesNoHarm() throws {
    var wave = call
    wave.declaredWhole = 0
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 2000)
    #expect(reading.repairs.isEmpty)
  }

  @Test func chunksAroundTheSamplesAreNoSamples() throws {
    var wave = call
    wave.chunksBefore = [("JUNK", [UInt8](repeating: 7, count: 333)), ("bext", [1, 2])]
    wave.chunksAfter = [("LIST", Array("INFOISFT".utf8))]
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 2000)
    #expect(reading.agent.first == Float(samples[0]) / 32_768)
    #expect(reading.repairs.isEmpty)
  }

  @Test func longSizesCount() throws {
    var wave = call
    wave.form = "RF64"
    wave.declaredSize = 0xFFFF_FFFF
    wave.declaredWhole = 0xFFFF_FFFF
    let long = (0..<8).map { UInt8(truncatingIfNeeded: 8000 >> ($0 * 8)) }
    let zeros = [UInt8](repeating: 0, count: 8)
    wave.chunksBefore = [("ds64", zeros + long + zeros + [0, 0, 0, 0])]
    #expect(try read(wave.bytes).repairs.isEmpty)
    #expect(
      try read(Array(wave.bytes.dropLast(400))).repairs.map(\.kind) == [
        .truncated(declared: 2000, present: 1900)
      ])
    wave.chunksBefore = [("ds64", zeros + zeros + zeros + [0, 0, 0, 0])]
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 2000)
    #expect(reading.repairs.map(\.kind) == [.unfinishedHeader])
  }

  @Test func samplesThatAreNoNumbersAreSilence() throws {
    var floats = [Float](repeating: 0.25, count: 4000)
    floats[10] = .nan
    floats[12] = .infinity
    floats[13] = -.infinity
    let reading = try read(WaveBytes(rate: 8000, channels: 2, floats: floats).bytes)
    #expect(reading.agent[5] == 0 && reading.agent[6] == 0 && reading.customer[6] == 0)
    #expect(reading.agent.allSatisfy { $0 == 0 || $0 == 0.25 })
    #expect(reading.repairs.map(\.kind) == [.nonFinite(samples: 2), .nonFinite(samples: 1)])
    #expect(reading.repairs.map(\.party) == [.agent, .customer])
    #expect(reading.repairs.map(\.code) == [.nonFiniteSamples, .nonFiniteSamples])
    let notes = reading.repairs.map(\.description)
    #expect(notes[0].contains("2 samples of the agent's channel were not finite"))
    #expect(notes[1].contains("1 sample of the customer's channel was not finite"))
  }

  @Test(arguments: [16_000, 44_100])
  func aNumberlessSampleDoesNotSpreadInTheResampler(_ rate: Int) throws {
    var floats = [Float](repeating: 0.25, count: 8000)
    floats[4000] = .nan
    floats[4001] = 1e30
    let reading = try read(WaveBytes(rate: rate, channels: 2, floats: floats).bytes)
    #expect((reading.agent + reading.customer).allSatisfy { $0.magnitude <= 1 })
    #expect(
      reading.repairs.map(\.kind) == [.nonFinite(samples: 1), .beyondFullScale(samples: 1)])
    #expect(reading.repairs.last?.party == .customer)
  }

  @Test func aFlacThatBreaksOffIsNoted() throws {
    let path = folder.path("call.flac")
    let signal = Signals.bursts(rate: 8000, seconds: 20)
    try SoundWriter.write(
      Signals.interleave(signal, signal), to: path,
      format: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16), rate: 8000, channels: 2)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let reading = try read(Array(bytes.prefix(bytes.count / 2)), as: "half.flac")
    #expect(reading.agent.count > 0)
    #expect(reading.repairs.first?.code == .truncated)
  }

  @Test(
    arguments: [
      ("w64", Int(SF_FORMAT_W64 | SF_FORMAT_PCM_16)),
      ("aiff", Int(SF_FORMAT_AIFF | SF_FORMAT_PCM_16)),
      ("au", Int(SF_FORMAT_AU | SF_FORMAT_PCM_16)),
      ("sph", Int(SF_FORMAT_NIST | SF_FORMAT_PCM_16)),
      ("voc", Int(SF_FORMAT_VOC | SF_FORMAT_PCM_16)),
      ("avr", Int(SF_FORMAT_AVR | SF_FORMAT_PCM_16)),
    ])
  func otherFormatsThatBreakOffAreNoted(_ name: String, _ format: Int) throws {
    let path = folder.path("call.\(name)")
    try SoundWriter.write(
      samples.map { Float($0) / 32_768 }, to: path, format: format, rate: 8000, channels: 2)
    #expect(try Reading(path: path).repairs.isEmpty)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let reading = try read(Array(bytes.dropLast(4000)), as: "half.\(name)")
    #expect(reading.repairs.map(\.kind) == [.truncated(declared: 2000, present: 1000)])
    #expect(reading.agent.count == 1000)
  }

  @Test(arguments: [1, 300, 10_000])
  func anOggThatBreaksOffIsNoted(missing: Int) throws {
    let path = folder.path("call.ogg")
    let signal = Signals.bursts(rate: 8000, seconds: 20)
    try SoundWriter.write(
      Signals.interleave(signal, signal), to: path,
      format: Int(SF_FORMAT_OGG | SF_FORMAT_VORBIS), rate: 8000, channels: 2)
    #expect(try Reading(path: path).repairs.isEmpty)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let reading = try read(Array(bytes.dropLast(missing)), as: "part.ogg")
    #expect(reading.repairs.map(\.kind) == [.brokenOff])
    #expect(reading.repairs.first?.code == .truncated)
  }

  @Test func aBlockCodecThatBreaksOffGivesItsWholeBlocks() throws {
    let path = folder.path("gsm.wav")
    try SoundWriter.write(
      Signals.sine(400, rate: 8000, seconds: 2), to: path,
      format: Int(SF_FORMAT_WAV | SF_FORMAT_GSM610), rate: 8000, channels: 1)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let input = AudioInput(
      .path(try folder.write(Array(bytes.dropLast(100)), as: "half.wav")))
    let reading = try Reading(CallSource(.together(input), loneChannel: .agent))
    #expect(reading.agent.count == 48 * 320)
    #expect(reading.repairs.map(\.kind) == [.truncated(declared: 16_000, present: 48 * 320)])
  }
}
