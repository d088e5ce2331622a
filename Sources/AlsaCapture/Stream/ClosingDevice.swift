internal import Realtime

/// A lost device that is closed on a thread of its own, as long as that may take.
final class ClosingDevice: ThreadWork, @unchecked Sendable {
  private var device: CaptureDevice?

  init(_ device: consuming CaptureDevice) {
    self.device = consume device
  }

  func run() { device = nil }
}
