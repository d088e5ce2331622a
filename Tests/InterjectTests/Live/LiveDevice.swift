import AlsaCapture
import AudioFiles
import Conversation
import Foundation
import SimulatedCapture

/// A simulated capture device that plays a recording unpaced, on a clock of its own.
final class LiveDevice {
  private let folder: URL
  private let world: UnsafeMutablePointer<simulated_world>

  init(playing recording: String, partsPerMillion: Int = 0, faults: String = "") throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let size = MemoryLayout<simulated_world>.size
    let path = folder.appendingPathComponent("world").path
    try Data(count: size).write(to: URL(fileURLWithPath: path))
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw CocoaError(.fileReadUnknown) }
    world = mapped.assumingMemoryBound(to: simulated_world.self)
    let frames = folder.appendingPathComponent("frames").path
    let rate = try LiveDevice.write(recording, to: frames)
    let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("lib_SimulatedCapture.so").path
    try """
    pcm_type.simulated { lib "\(library)" }
    pcm.headset {
      type simulated
      file "\(frames)"
      format S16_LE
      rate \(rate)
      channels 2
      world "\(path)"
      speed 0
      ppm \(partsPerMillion)
      end "silence"
      faults "\(faults)"
    }
    """.write(to: configuration, atomically: true, encoding: .utf8)
  }

  deinit {
    munmap(world, MemoryLayout<simulated_world>.size)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a recording's samples, which are whole numbers of 16 bits, and gives their rate.
  private static func write(_ recording: String, to path: String) throws -> Int {
    var audio = try CallAudio.open(CallSource(.together(AudioInput(.path(recording)))))
    var agent = [Float](repeating: 0, count: 16_000)
    var customer = agent
    var samples: [Int16] = []
    while true {
      let portion = try agent.withUnsafeMutableBufferPointer { agent in
        try customer.withUnsafeMutableBufferPointer { customer in
          try audio.read(agent: agent, customer: customer)
        }
      }
      if portion.isEnd { break }
      for index in 0..<portion.samples {
        samples += [Int16(agent[index] * 32_768), Int16(customer[index] * 32_768)]
      }
    }
    try samples.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: path))
    return audio.sourceRate
  }

  private var configuration: URL { folder.appendingPathComponent("asound.conf") }

  var clock: UnsafePointer<Int64> {
    UnsafeRawPointer(world).assumingMemoryBound(to: Int64.self)
  }

  func request(channels: [Int]) -> CaptureRequest {
    CaptureRequest(
      device: "headset", channels: channels,
      settings: CaptureSettings(
        fullRing: .wait, stallMilliseconds: 100, reopenMilliseconds: 1...4, realtimePriority: nil,
        configurationFile: configuration.path))
  }
}
