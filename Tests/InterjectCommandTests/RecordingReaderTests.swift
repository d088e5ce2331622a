import AudioFiles
import Conversation
import Foundation
import Testing

@testable import InterjectCommand

/// A refused recording's remedy names only what can be given where it was read.
@Suite struct RecordingReaderTests {
  /// The refusal of a file with so many channels of 8 kHz, or of none.
  private func refusal(_ channels: Int, _ reader: RecordingReader) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).wav").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    func number(_ value: Int, _ bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let samples = [UInt8](repeating: 0, count: 2 * max(channels, 1) * 8000)
    let content: [UInt8] =
      channels == 0
      ? Array("Dear customer, ".utf8)
      : Array("RIFF".utf8) + number(36 + samples.count, 4) + Array("WAVEfmt ".utf8)
        + number(16, 4) + number(1, 2) + number(channels, 2) + number(8000, 4)
        + number(16_000 * channels, 4) + number(2 * channels, 2) + number(16, 2)
        + Array("data".utf8) + number(samples.count, 4) + samples
    try Data(content).write(to: URL(fileURLWithPath: path))
    do {
      if reader == .practice {
        _ = try PartyRecording.read(
          AudioInput(argument: path), as: .customer, rate: .wide, longest: .zero)
      } else {
        _ = try CallAudio.open(CallSource(.together(AudioInput(argument: path))))
      }
      return "accepted"
    } catch {
      return try #require(CommandFailure(error, for: reader).message)
    }
  }

  @Test func analyzeNamesItsOwnOptions() throws {
    #expect(try refusal(1, .analysis).contains("--agent A.wav --customer B.wav"))
    #expect(
      try refusal(3, .analysis).hasSuffix(
        "choose with --agent-channel N --customer-channel N, counted from 1"))
    #expect(
      try refusal(0, .analysis).hasSuffix(
        "give a WAV, FLAC, Ogg or AIFF file, or say what its samples are with --raw"))
  }

  @Test func aReplayHasChannelsButNoFilesForEachParty() throws {
    #expect(try refusal(1, .replay).contains("sox -M AGENT.wav CUSTOMER.wav CALL.wav"))
    #expect(try refusal(3, .replay).contains("--agent-channel N --customer-channel N"))
    #expect(!(try refusal(0, .replay).contains("--")))
  }

  @Test(arguments: [RecordingReader.practice, .bench, .worker], [0, 1, 3])
  func othersNameNoOption(reader: RecordingReader, channels: Int) throws {
    let line = try refusal(channels, reader)
    #expect(!line.contains("--"))
    #expect(line == "accepted" || line.contains("; "))
  }

  @Test func aWorkerNamesItsFields() throws {
    #expect(try refusal(1, .worker).hasSuffix("name the customer's file in customer_path"))
    #expect(
      try refusal(3, .worker).hasSuffix(
        "choose with agent_channel and customer_channel, counted from 1"))
    #expect(try refusal(0, .worker).contains("say what its samples are with raw"))
  }
}
