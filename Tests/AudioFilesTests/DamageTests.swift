import AudioFiles
import CSndfile
import Conversation
import Foundation
import SoundFixtures
import Testing

/// What stands behind a damage in the middle comes at its time, and the damage is unknown.
struct DamageTests {
  struct Format: Sendable, CustomTestStringConvertible {
    let name: String
    let code: Int
    /// How far the sound behind the damage may be from its place, in samples.
    var slack = 0
    /// How far the samples there may differ from those of the whole.
    var noise: Float = 0
    var rate = 8000
    var testDescription: String { name }
  }

  static let formats: [Format] = [
    Format(name: "call.flac", code: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16)),
    Format(name: "wide.flac", code: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_24), rate: 16_000),
    Format(name: "call.ogg", code: Int(SF_FORMAT_OGG | SF_FORMAT_VORBIS), noise: 1e-5),
    Format(name: "call.opus", code: Int(SF_FORMAT_OGG | SF_FORMAT_OPUS), noise: 0.05),
    Format(name: "call.mp3", code: Int(SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III), noise: 1e-3),
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A recording of half a minute, and its bytes.
  private func recording(_ format: Format) throws -> (whole: Reading, bytes: [UInt8]) {
    let path = folder.path(format.name)
    let left = Signals.bursts(rate: format.rate, seconds: 30)
    let right = Signals.bursts(rate: format.rate, seconds: 30, seed: 0.4)
    try SoundWriter.write(
      Signals.interleave(left, right), to: path, format: format.code, rate: format.rate,
      channels: 2)
    return (try Reading(path: path), [UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  @Test(arguments: formats)
  func soundBehindZerosKeepsItsTime(_ format: Format) throws {
    let (whole, bytes) = try recording(format)
    #expect(whole.repairs.isEmpty)
    var spoilt = bytes
    let middle = bytes.count / 2
    for index in middle..<middle + min(2000, bytes.count / 20) { spoilt[index] = 0 }
    let reading = try Reading(path: try folder.write(spoilt, as: "spoilt-\(format.name)"))
    try expectDamage(reading, whole, format)
  }

  @Test(arguments: formats)
  func soundBehindMissingBytesKeepsItsTime(_ format: Format) throws {
    // The frames of an MP3 are not counted: bytes that are gone are gone without a trace.
    guard !format.name.hasSuffix("mp3") else { return }
    let (whole, bytes) = try recording(format)
    var spoilt = bytes
    let middle = bytes.count / 2
    spoilt.removeSubrange(middle..<middle + bytes.count / 10)
    let reading = try Reading(path: try folder.write(spoilt, as: "short-\(format.name)"))
    try expectDamage(reading, whole, format)
  }

  private func expectDamage(_ reading: Reading, _ whole: Reading, _ format: Format) throws {
    let damages = reading.damages()
    #expect(damages == reading.damages(.customer))
    let damage = try #require(damages.first)
    #expect(damages.count == 1)
    let rate = whole.rate.rawValue
    #expect(damage.count > rate / 50 && damage.count < rate * 6)
    #expect(abs(reading.agent.count - whole.agent.count) <= rate / 50)
    #expect(reading.agent[damage].allSatisfy { $0 == 0 })
    // The decoder needs some frames until it gives what it gave of the whole.
    let settled = damage.upperBound + rate / 4
    let end = min(reading.agent.count, whole.agent.count) - 1000
    let distance = (settled..<end).reduce(Float(0)) {
      max($0, abs(reading.agent[$1] - whole.agent[$1]))
    }
    #expect(distance <= format.noise)
    let before = (0..<damage.lowerBound - rate / 2).reduce(Float(0)) {
      max($0, abs(reading.agent[$1] - whole.agent[$1]))
    }
    #expect(before == 0)
    let repair = try #require(reading.repairs.first)
    guard case .damaged(let places, let lost, let within) = repair.kind else {
      Issue.record("\(repair)")
      return
    }
    #expect(places == 1 && within == .zero)
    #expect(abs(lost.seconds - Double(damage.count) / Double(rate)) < 0.01)
    #expect(repair.code == .damaged)
    #expect(repair.description.contains("damaged in 1 place"))
  }

  @Test func oneByteOfAFlacCostsItsFrame() throws {
    let (whole, bytes) = try recording(Self.formats[0])
    var spoilt = bytes
    spoilt[bytes.count / 3] ^= 0xFF
    let reading = try Reading(path: try folder.write(spoilt, as: "byte.flac"))
    #expect(reading.damages().map(\.count) == [4096])
    #expect(reading.agent.count == whole.agent.count)
  }

  /// libsndfile writes a block of its name behind the first one.
  @Test func aFlacIsReadWhateverItsBlocksSayOfTheirLength() throws {
    let (whole, bytes) = try recording(Self.formats[0])
    #expect(bytes[42] & 0x7F == 4)
    for length in [[0xFF, 0xFF, 0xFF], [0, 0x40, 0], [0, 0, 0]] as [[UInt8]] {
      var spoilt = bytes
      spoilt.replaceSubrange(43..<46, with: length)
      let reading = try Reading(path: try folder.write(spoilt, as: "blocks.flac"))
      #expect(reading.damages().isEmpty)
      #expect(reading.sounds(like: whole))
    }
  }

  @Test func portionsDoNotChangeWhereTheDamageIs() throws {
    let (_, bytes) = try recording(Self.formats[1])
    var spoilt = bytes
    spoilt[bytes.count / 3] ^= 0xFF
    let path = try folder.write(spoilt, as: "byte.flac")
    let reading = try Reading(path: path)
    for portion in [1, 997, 100_000] where portion > 1 {
      let other = try Reading(path: path, portion: portion)
      #expect(other.damages() == reading.damages())
      #expect(other.sounds(like: reading))
    }
  }

  @Test func onePartysDamageIsNotTheOthers() throws {
    let path = folder.path("mono.flac")
    let voice = Signals.bursts(rate: 8000, seconds: 10)
    try SoundWriter.write(
      voice, to: path, format: Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16), rate: 8000, channels: 1)
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    bytes[bytes.count / 2] ^= 0xFF
    let spoilt = try folder.write(bytes, as: "spoilt.flac")
    let reading = try Reading(
      CallSource(.apart(agent: AudioInput(.path(path)), customer: AudioInput(.path(spoilt)))))
    #expect(reading.damages(.agent).isEmpty)
    #expect(reading.damages(.customer).count == 1)
    #expect(reading.repairs.map(\.party) == [.customer])
    let isSame = reading.agent.count == voice.count
    #expect(isSame)
  }

  @Test func anOggWhoseSoundBeginsWithADamageKeepsItsTime() throws {
    let (whole, bytes) = try recording(Self.formats[2])
    var spoilt = bytes
    // The fourth page is the first of sound behind the head of the codec, or the second.
    let pages = bytes.indices.dropLast(4).filter { bytes[$0..<$0 + 4].elementsEqual("OggS".utf8) }
    spoilt[pages[2] + 40] ^= 0xFF
    let reading = try Reading(path: try folder.write(spoilt, as: "late.ogg"))
    #expect(reading.damages().first?.lowerBound == 0)
    #expect(reading.agent.count == whole.agent.count)
  }

  @Test func joinedFlacsAreReadOn() throws {
    let (whole, bytes) = try recording(Self.formats[0])
    let reading = try Reading(path: try folder.write(bytes + bytes, as: "twice.flac"))
    #expect(reading.agent.count == 2 * whole.agent.count)
    #expect(!reading.repairs.isEmpty)
  }

  @Test func anMp3WithoutAnIndexIsReadToItsEnd() throws {
    let (whole, bytes) = try recording(Self.formats[4])
    // The first frame holds the index.
    let start = try #require(bytes.dropFirst(4).firstRange(of: [0xFF, bytes[1]]))
    let reading = try Reading(
      path: try folder.write(Array(bytes[start.lowerBound...]), as: "bare.mp3"))
    // The delay of the encoder is not told any more.
    #expect(reading.agent.count >= whole.agent.count)
    #expect(reading.repairs.isEmpty)
  }
}
