import Foundation
import LiveFixtures

/// The sample call with other channels.
enum SampleSound {
  /// The bytes before the samples, which are of 16 bits and two channels.
  private static let header = 44

  /// Writes a recording whose channels are those of the sample with some numbers, counted from 0.
  static func write(_ channels: [Int], to path: String) throws -> String {
    let sample = try Data(contentsOf: URL(fileURLWithPath: LiveSamples.path("support-call.wav")))
    let samples = [UInt8](sample[header...])
    var sound: [UInt8] = []
    sound.reserveCapacity(samples.count)
    for start in stride(from: 0, to: samples.count - 3, by: 4) {
      for channel in channels { sound += samples[start + 2 * channel..<start + 2 * channel + 2] }
    }
    let rate = sample[24..<28].enumerated().reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
    var file = Data("RIFF".utf8)
    func put(_ value: Int, bytes: Int) {
      for index in 0..<bytes { file.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
    put(header - 8 + sound.count, bytes: 4)
    file += Data("WAVEfmt ".utf8)
    put(16, bytes: 4)
    put(1, bytes: 2)
    put(channels.count, bytes: 2)
    put(rate, bytes: 4)
    put(2 * channels.count * rate, bytes: 4)
    put(2 * channels.count, bytes: 2)
    put(16, bytes: 2)
    file += Data("data".utf8)
    put(sound.count, bytes: 4)
    file += sound
    try file.write(to: URL(fileURLWithPath: path))
    return path
  }
}
