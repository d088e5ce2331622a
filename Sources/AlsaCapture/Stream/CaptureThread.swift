internal import CALSA
internal import CRealtime
internal import Glibc
internal import Realtime
internal import Synchronization

/// What a capture thread owns: the device, the loop, and how to reopen what is lost.
///
/// Only `loop.run` is real-time. Between runs there is no device; opening one allocates and locks.
/// Once the thread has been started, nothing else has it.
final class CaptureThread: ThreadWork, @unchecked Sendable {
  private var loop: CaptureLoop
  private var device: CaptureDevice?
  private let request: CaptureRequest
  /// Whether the device is one of the sound server's.
  private let isServed: Bool
  private let control: CaptureControl

  private init(
    loop: consuming CaptureLoop, device: consuming CaptureDevice, control: CaptureControl
  ) {
    var loop = loop
    loop.attach(device)
    self.loop = loop
    request = device.request
    isServed = device.isServed
    self.control = control
    self.device = consume device
  }

  /// Starts a thread that captures from a device until it is told to stop.
  static func start(
    _ device: consuming CaptureDevice, loop: consuming CaptureLoop, control: CaptureControl
  ) throws(CaptureError) -> OwnThread {
    let name = device.request.device
    do {
      return try OwnThread(
        CaptureThread(loop: loop, device: device, control: control), name: "capture")
    } catch {
      throw CaptureError(
        device: name, operation: "starting a thread for capture device",
        result: -error.systemError)
    }
  }

  func run() {
    requestPriority()
    var wait = request.settings.reopenMilliseconds.lowerBound
    var capturedBefore = 0
    while case .lost(let reason) = loop.run() {
      loop.detach()
      // Before it is closed: the plugin of a sound server that hangs takes half a minute for that.
      loop.putLoss(reason)
      letGo()
      let captured = control.captured.load(ordering: .relaxed)
      if captured > capturedBefore { wait = request.settings.reopenMilliseconds.lowerBound }
      capturedBefore = captured
      guard reopen(wait: &wait, after: reason) else { break }
    }
    loop.flushPending()
    control.finished.store(true, ordering: .releasing)
    loop.announce()
  }

  /// Closes the device; one that takes long for it, as with a sound server that hangs, does so alone.
  private func letGo() {
    guard let lost = device.take() else { return }
    let closing = ClosingDevice(lost)
    // Without a thread it is closed here, when this goes out of use.
    (try? OwnThread(closing, name: "closing"))?.join(milliseconds: 500)
  }

  /// Opens the device again, however long it takes; false when it was told to stop.
  private func reopen(wait: inout Int, after reason: BreakReason) -> Bool {
    while true {
      guard rest(milliseconds: wait, after: reason) else { return false }
      wait = min(wait * 2, request.settings.reopenMilliseconds.upperBound)
      do throws(CaptureError) {
        // ALSA's plugin waits half a minute for a sound server that hangs.
        if isServed { try CaptureDevice.awaitServer(request.device) }
        let opened = try CaptureDevice.open(request)
        control.reopenings.wrappingAdd(1, ordering: .relaxed)
        loop.attach(opened)
        device = consume opened
        return true
      } catch {
        loop.declareUnknown(reason)
      }
    }
  }

  /// Lets time pass, declaring it unknown in small pieces; false when it was told to stop.
  private func rest(milliseconds: Int, after reason: BreakReason) -> Bool {
    var left = milliseconds
    while left > 0 {
      var descriptor = pollfd(fd: control.wake, events: Int16(POLLIN), revents: 0)
      _ = ij_poll(&descriptor, 1, Int32(min(left, 100)))
      if control.stopping.load(ordering: .relaxed) { return false }
      // The reader takes what waits: that alone is no reason to hurry.
      if descriptor.revents != 0 { ij_wake_clear(control.wake) }
      if control.isHurried.exchange(false, ordering: .relaxed) { return true }
      left -= 100
      loop.declareUnknown(reason)
    }
    return !control.stopping.load(ordering: .relaxed)
  }

  private func requestPriority() {
    guard let priority = request.settings.realtimePriority else {
      control.scheduling.store(-1, ordering: .relaxed)
      return
    }
    let error = ij_thread_realtime(Int32(priority))
    control.scheduling.store(1 + Int(error), ordering: .relaxed)
  }
}
