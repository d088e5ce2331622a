import AudioFiles
import Foundation
import SoundFixtures
import Testing

/// Input that is no recording ends in one line that says what, where and what to do.
struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func refusal(_ bytes: [UInt8], as name: String = "call.wav") throws -> AudioFileError {
    let path = try folder.write(bytes, as: name)
    let error = try #require(#expect(throws: AudioFileError.self) { try Reading(path: path) })
    #expect(error.description.hasPrefix("\(path): "))
    #expect(error.description.contains("; "))
    #expect(!error.description.contains("\n"))
    return error
  }

  private var call: WaveBytes {
    WaveBytes(rate: 8000, channels: 2, samples: [Int16](repeating: 99, count: 1600))
  }

  @Test func missingFile() {
    let path = folder.path("nowhere.wav")
    let error = #expect(throws: AudioFileError.self) { try Reading(path: path) }
    #expect(error?.code == .noSuchFile)
  }

  @Test func folderInsteadOfAFile() {
    let path = folder.url.path
    let error = #expect(throws: AudioFileError.self) { try Reading(path: path) }
    #expect(error?.code == .folder)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func unreadablePermissions() throws {
    let path = try folder.write(call.bytes, as: "secret.wav")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = #expect(throws: AudioFileError.self) { try Reading(path: path) }
    #expect(error?.code == .unreadable)
  }

  @Test func emptyFile() throws {
    let error = try refusal([])
    #expect(error.code == .empty)
  }

  @Test(arguments: ["call.wav", "notes.txt", "call.flac", "call.aiff"])
  func textIsNotAudio(_ name: String) throws {
    let error = try refusal(Array("Hello, this is the transcript of a call.\n".utf8), as: name)
    #expect(error.code == .notAudio)
  }

  @Test(arguments: 1..<44)
  func truncatedHeader(_ length: Int) throws {
    let error = try refusal(Array(call.bytes.prefix(length)))
    #expect(error.code == (length < 4 ? .notAudio : .damagedHeader))
  }

  @Test func zeroFrames() throws {
    var wave = call
    wave.data = []
    #expect(try refusal(wave.bytes).code == .noSamples)
    wave.chunksAfter = [("LIST", Array("INFOISFT".utf8))]
    #expect(try refusal(wave.bytes).code == .noSamples)
    // Less than a frame is no frame.
    #expect(try refusal(call.header + [1, 2, 3]).code == .noSamples)
  }

  @Test func senselessFormats() throws {
    var wave = call
    wave.channels = 0
    #expect(try refusal(wave.bytes).code == .damagedHeader)
    wave.channels = 2000
    #expect(try refusal(wave.bytes).code == .damagedHeader)
    wave = call
    wave.encoding = 0x1234
    #expect(try refusal(wave.bytes).code == .unsupportedEncoding)
    wave = call
    wave.bits = 48
    #expect(try refusal(wave.bytes).code == .undecodable)
  }

  @Test func namesStayInOneLine() throws {
    let path = folder.path("two\nlines.wav")
    let error = #expect(throws: AudioFileError.self) { try Reading(path: path) }
    #expect(error?.description.contains("\n") == false)
  }

  @Test func aFailedReadIsNoEnd() {
    // A descriptor that was never open.
    let input = AudioInput(.descriptor(987, name: "stdin"))
    let error = #expect(throws: AudioFileError.self) {
      try Reading(CallSource(.together(input)))
    }
    #expect(error?.code == .readFailed)
  }
}
