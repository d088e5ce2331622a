import AlsaCapture
import Foundation
import SimulatedCapture

/// A simulated capture device that plays a recording unpaced, on a clock of its own.
final class LiveDevice {
  private let folder: URL
  private let world: UnsafeMutablePointer<simulated_world>

  init(playing recording: String, faults: String = "") throws {
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
    let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("libSimulatedCapture.so").path
    try """
    pcm_type.simulated { lib "\(library)" }
    pcm.headset {
      type simulated
      file "\(recording)"
      world "\(path)"
      speed 0
      end "silence"
      faults "\(faults)"
    }
    """.write(to: configuration, atomically: true, encoding: .utf8)
  }

  deinit {
    munmap(world, MemoryLayout<simulated_world>.size)
    try? FileManager.default.removeItem(at: folder)
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
