import AudioFiles
import Foundation

/// Has espeak-ng speak what no recording has.
enum StorySpeaker {
  /// What counts as silence before and after the words.
  private static let silence: Float = 0.003

  /// The words as samples at 16 kHz, without the silence around them.
  ///
  /// - Throws: `StoryError` where espeak-ng is missing or refuses.
  static func speak(_ text: String, _ voice: StoryVoice) throws -> [Float] {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "interject-\(UUID().uuidString).wav")
    defer { try? FileManager.default.removeItem(at: place) }
    let program = Process()
    program.executableURL = URL(filePath: "/usr/bin/env")
    program.arguments = [
      "espeak-ng", "-w", place.path, "-v", voice.name, "-s", "\(voice.speed)", "-p",
      "\(voice.pitch)", "--", text,
    ]
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    do {
      try program.run()
    } catch {
      throw missing
    }
    program.waitUntilExit()
    guard program.terminationStatus == 0 else { throw missing }
    let samples = try StoryLibrary.read(AudioInput(.path(place.path)))
    guard let first = samples.firstIndex(where: { abs($0) > silence }),
      let last = samples.lastIndex(where: { abs($0) > silence })
    else { return samples }
    return Array(samples[first...last])
  }

  private static let missing = StoryError(
    .noVoice, at: "espeak-ng",
    "cannot speak the words of this story; install it (sudo apt-get install espeak-ng), or give "
      + "each piece a sound")
}
