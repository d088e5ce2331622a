import AudioFiles
import Conversation
import SoundFixtures
import Testing

/// Headerless samples are read as their description says.
struct RawFormatTests {
  /// Two channels, 0.5 and -0.25, in every encoding.
  static let frames: [(String, [UInt8])] = [
    ("s16le", [0x00, 0x40, 0x00, 0xE0]), ("s16be", [0x40, 0x00, 0xE0, 0x00]),
    ("u8", [0xC0, 0x60]), ("s24le", [0, 0, 0x40, 0, 0, 0xE0]),
    ("s32le", [0, 0, 0, 0x40, 0, 0, 0, 0xE0]), ("f32le", [0, 0, 0, 0x3F, 0, 0, 0x80, 0xBE]),
    // The nearest codes of G.711.
    ("alaw", [0xA5, 0x35]), ("mulaw", [0x8F, 0x1F]),
  ]

  @Test(arguments: frames)
  func everyEncodingIsRead(_ encoding: String, _ frame: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<1000).flatMap { _ in frame } + frame.dropLast()
    let path = try folder.write(bytes, as: "call.raw")
    let raw = try RawFormat(argument: "\(encoding):8000:2")
    let reading = try Reading(CallSource(.together(AudioInput(.path(path), raw: raw))))
    #expect(reading.rate == .narrow)
    #expect(reading.agent.count == 1000)
    for (samples, value) in [(reading.agent, Float(0.5)), (reading.customer, -0.25)] {
      let (least, most) = (samples.min() ?? 9, samples.max() ?? 9)
      #expect(abs(least - value) < 0.03 && abs(most - value) < 0.03)
    }
    #expect(reading.repairs.isEmpty)
  }

  @Test func aDescriptionIsUnderstood() throws {
    let raw = try RawFormat(argument: "MULAW:16000:1")
    #expect(raw == RawFormat(encoding: .mulaw, rate: 16_000, channels: 1))
  }

  @Test(
    arguments: [
      "", "s16le", "s16le:8000", "s16le:8000:2:1", "s17le:8000:2", "s16le:8k:2", "s16le:4000:2",
      "s16le:8000:0", "s16le:8000:two", "s16le:999999:2", "s16le:8000:1025",
    ])
  func aWrongDescriptionIsRefused(_ argument: String) {
    let error = #expect(throws: AudioFileError.self) { try RawFormat(argument: argument) }
    #expect(error?.code == .invalidRawFormat)
  }

  @Test func lessThanAFrameIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([1, 2, 3], as: "call.raw")
    let raw = RawFormat(encoding: .s16le, rate: 8000, channels: 2)
    let error = #expect(throws: AudioFileError.self) {
      try Reading(CallSource(.together(AudioInput(.path(path), raw: raw))))
    }
    #expect(error?.code == .empty)
  }
}
