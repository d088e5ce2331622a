import AlsaCapture
import Foundation
import SimulatedCapture

/// A simulated device in a temporary directory of its own, with its configuration and its clock.
final class SimulatedDevice {
  let directory: URL
  let world: UnsafeMutablePointer<simulated_world>
  private let descriptor: Int32
  private let text: String

  /// Makes a device that plays raw frames and breaks as `faults` says.
  init(
    frames: Data, format: String = "S16_LE", rate: Int = 48_000, channels: Int = 2,
    speed: Int = 0, partsPerMillion: Int = 0, end: String = "hold", faults: String = ""
  ) throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try frames.write(to: directory.appendingPathComponent("frames"))
    let size = MemoryLayout<simulated_world>.size
    let worldPath = directory.appendingPathComponent("world").path
    try Data(count: size).write(to: URL(fileURLWithPath: worldPath))
    descriptor = open(worldPath, O_RDWR | O_CLOEXEC)
    let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw CocoaError(.fileReadUnknown) }
    world = mapped.assumingMemoryBound(to: simulated_world.self)
    let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("lib_SimulatedCapture.so").path
    text = """
      pcm_type.simulated { lib "\(library)" }
      pcm.microphone {
        type simulated
        file "\(directory.path)/frames"
        world "\(worldPath)"
        format \(format)
        rate \(rate)
        channels \(channels)
        speed \(speed)
        ppm \(partsPerMillion)
        end "\(end)"
        faults "\(faults)"
      }
      """
    try text.write(to: configuration, atomically: true, encoding: .utf8)
  }

  /// Changes what the device is when it is opened the next time.
  func replace(_ old: String, with new: String) throws {
    try text.replacingOccurrences(of: old, with: new)
      .write(to: configuration, atomically: true, encoding: .utf8)
  }

  /// Keeps the device away after its next fault, at no cost of device time, until `comeBack`.
  func stayAway() {
    world.pointee.hold = Int32(simulated_hold_held)
  }

  /// Lets the device come back with the configuration as it is now.
  func comeBack() {
    world.pointee.hold = Int32(simulated_hold_let_go)
  }

  deinit {
    munmap(world, MemoryLayout<simulated_world>.size)
    close(descriptor)
    try? FileManager.default.removeItem(at: directory)
  }

  var configuration: URL { directory.appendingPathComponent("asound.conf") }

  /// The device's clock, for the capture thread to go by.
  var clock: UnsafePointer<Int64> {
    UnsafeRawPointer(world).assumingMemoryBound(to: Int64.self)
  }

  /// Settings that name this device's configuration and wait for the reader, with short real waits.
  var settings: CaptureSettings {
    CaptureSettings(
      fullRing: .wait, stallMilliseconds: 100, reopenMilliseconds: 1...4, realtimePriority: nil,
      configurationFile: configuration.path)
  }

  func request(channels: [Int] = []) -> CaptureRequest {
    CaptureRequest(device: "microphone", channels: channels, settings: settings)
  }
}
