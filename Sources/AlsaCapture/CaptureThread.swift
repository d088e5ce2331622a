internal import CALSA
internal import CRealtime
internal import Glibc
internal import SampleRing
internal import Synchronization

/// What a capture thread owns: the device, the loop, and how to reopen what is lost.
///
/// Only `loop.run` is real-time. Between runs there is no device; opening one allocates and locks.
struct CaptureThread: ~Copyable {
  private var loop: CaptureLoop
  private var device: CaptureDevice?
  private let request: CaptureRequest
  private let control: CaptureControl

  private init(
    loop: consuming CaptureLoop, device: consuming CaptureDevice, control: CaptureControl
  ) {
    self.loop = loop
    self.loop.attach(device)
    request = device.request
    self.control = control
    self.device = consume device
  }

  /// Starts a thread that captures from a device until it is told to stop.
  static func start(
    _ device: consuming CaptureDevice, loop: consuming CaptureLoop, control: CaptureControl
  ) throws(CaptureError) -> pthread_t {
    let name = device.request.device
    let work = UnsafeMutablePointer<CaptureThread>.allocate(capacity: 1)
    work.initialize(to: CaptureThread(loop: loop, device: device, control: control))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { context in
        guard let work = context?.assumingMemoryBound(to: CaptureThread.self) else { return nil }
        work.pointee.run()
        work.deinitialize(count: 1)
        work.deallocate()
        return nil
      }, work)
    guard error == 0 else {
      work.deinitialize(count: 1)
      work.deallocate()
      throw CaptureError(
        device: name, operation: "starting a thread for capture device", result: -error)
    }
    return thread
  }

  private mutating func run() {
    ij_thread_name("capture")
    requestPriority()
    var wait = request.settings.reopenMilliseconds.lowerBound
    var capturedBefore = 0
    while case .lost(let reason) = loop.run() {
      loop.detach()
      // Before it is closed: the plugin of a sound server that hangs takes half a minute for that.
      loop.putLoss(reason)
      device = nil
      let captured = control.captured.load(ordering: .relaxed)
      if captured > capturedBefore { wait = request.settings.reopenMilliseconds.lowerBound }
      capturedBefore = captured
      guard reopen(wait: &wait, after: reason) else { break }
    }
    loop.flushPending()
    control.finished.store(true, ordering: .releasing)
    loop.announce()
  }

  /// Opens the device again, however long it takes; false when it was told to stop.
  private mutating func reopen(wait: inout Int, after reason: BreakReason) -> Bool {
    while true {
      guard rest(milliseconds: wait, after: reason) else { return false }
      wait = min(wait * 2, request.settings.reopenMilliseconds.upperBound)
      do throws(CaptureError) {
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
  private mutating func rest(milliseconds: Int, after reason: BreakReason) -> Bool {
    var left = milliseconds
    while left > 0 {
      var descriptor = pollfd(fd: control.wake, events: Int16(POLLIN), revents: 0)
      _ = ij_poll(&descriptor, 1, Int32(min(left, 100)))
      if control.stopping.load(ordering: .relaxed) { return false }
      if descriptor.revents != 0 {
        // The reader takes what waits; that is no reason to hurry.
        ij_wake_clear(control.wake)
      }
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
