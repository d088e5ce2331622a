internal import CALSA
internal import CRealtime
internal import Glibc
internal import Realtime
internal import Synchronization

/// The running capture of one device, read by one thread; stops when it goes out of use.
public struct CaptureStream: ~Copyable, Sendable {
  /// What was asked for.
  public let request: CaptureRequest
  /// What the device agreed to when it was first opened.
  public let format: CaptureFormat
  /// The frames of the latest piece, interleaved in the order of the chosen channels.
  public private(set) var samples: [Float] = []
  /// The frames of the stream so far, unknown ones included, at the device's rate.
  public private(set) var position = 0

  private var sampleReader: RingReader<Float>
  private var recordReader: RingReader<CaptureRecord>
  private var delivered = 0
  private var unknown = 0
  private let control: CaptureControl
  private let thread: OwnThread

  private init(
    request: CaptureRequest, format: CaptureFormat, samples: consuming RingReader<Float>,
    records: consuming RingReader<CaptureRecord>, control: CaptureControl, thread: OwnThread
  ) {
    self.request = request
    self.format = format
    sampleReader = samples
    recordReader = records
    self.control = control
    self.thread = thread
    self.samples.reserveCapacity(request.channelCount * format.rate / 10)
  }

  deinit {
    control.stopping.store(true, ordering: .relaxed)
    ij_wake_signal(control.wake)
    // A plugin may hang in a call to a dead sound server; the program ends all the same.
    thread.join(milliseconds: 2000)
  }

  /// Starts capturing from an opened device, on a thread of its own.
  public static func start(
    _ device: consuming CaptureDevice
  ) throws(CaptureError) -> CaptureStream {
    try start(device, clock: nil)
  }

  /// Starts capturing with the clock of a simulated device in place of the machine's.
  static func start(
    _ device: consuming CaptureDevice, clock: UnsafePointer<Int64>?
  ) throws(CaptureError) -> CaptureStream {
    let request = device.request
    let format = device.format
    let control = CaptureControl(clock: clock)
    guard control.isUsable else {
      throw CaptureError(
        device: request.device, operation: "making wake-up descriptors for capture device",
        result: -EMFILE)
    }
    let milliseconds = request.settings.ringMilliseconds
    let samples = Ring<Float>(
      minimumCapacity: format.rate * milliseconds / 1000 * request.channelCount, filledWith: 0)
    // One record a millisecond is room for periods much shorter than the usual.
    let records = Ring<CaptureRecord>(
      minimumCapacity: max(64, milliseconds),
      filledWith: CaptureRecord(kind: .gap, reason: .lost, rate: 0, frames: 0, end: 0))
    let channels = request.channels.isEmpty ? [1] : request.channels
    let loop = CaptureLoop(
      settings: request.settings, channels: channels, samples: samples.writer,
      records: records.writer, control: control)
    let thread = try CaptureThread.start(device, loop: loop, control: control)
    return CaptureStream(
      request: request, format: format, samples: samples.reader, records: records.reader,
      control: control, thread: thread)
  }

  /// Takes the next piece of the stream, in order; nil when nothing waits.
  public mutating func next() -> CapturePiece? {
    guard let record = recordReader.take() else { return nil }
    switch record.kind {
    case .block:
      let count = record.frames * request.channelCount
      samples.removeAll(keepingCapacity: true)
      samples.append(contentsOf: repeatElement(0, count: count))
      samples.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        _ = sampleReader.take(into: start, limit: count)
      }
      delivered += record.frames
      position += record.frames
      if request.settings.fullRing == .wait { ij_wake_signal(control.wake) }
      return .frames(record.frames, rate: Int(record.rate), end: record.end)
    case .gap:
      unknown += record.frames
      position += record.frames
      return .unknown(
        record.frames, rate: Int(record.rate), reason: record.reason.unknownReason,
        end: record.end)
    case .lost:
      return .lost(record.reason.unknownReason)
    case .returned:
      return .returned
    case .changed:
      return .changed
    }
  }

  /// Waits until something can be taken, the thread has ended or the time is over.
  public func wait(milliseconds: Int) {
    if expect() {
      var descriptor = readiness
      _ = ij_poll(&descriptor, 1, Int32(milliseconds))
    }
    endWaiting()
    clearReadiness()
  }

  /// What to poll after `expect`.
  var readiness: pollfd { pollfd(fd: control.ready, events: Int16(POLLIN), revents: 0) }

  /// Asks for a signal; false when there is no need to wait for one.
  func expect() -> Bool {
    control.isAwaited.store(true, ordering: .relaxed)
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    return recordReader.count == 0 && !isFinished
  }

  /// Wants no signal any more.
  func endWaiting() {
    control.isAwaited.store(false, ordering: .relaxed)
  }

  /// Forgets a signal that has come.
  func clearReadiness() { ij_wake_clear(control.ready) }

  /// Asks the thread to stop; what waits can still be taken.
  public func stop() {
    control.stopping.store(true, ordering: .relaxed)
    ij_wake_signal(control.wake)
  }

  /// Looks for a lost device at once, instead of when the next look is due.
  func hurry() {
    control.isHurried.store(true, ordering: .relaxed)
    ij_wake_signal(control.wake)
  }

  /// Whether the capture thread has ended after `stop`.
  public var isFinished: Bool { control.finished.load(ordering: .acquiring) }

  /// Whether the capture thread runs with real-time priority.
  public var scheduling: CaptureScheduling {
    CaptureScheduling(code: control.scheduling.load(ordering: .relaxed))
  }

  /// What has become of every frame; exact when the thread does not run meanwhile.
  public var counters: CaptureCounters {
    let captured = control.captured.load(ordering: .relaxed)
    let dropped = control.dropped.load(ordering: .relaxed)
    return CaptureCounters(
      captured: captured, delivered: delivered,
      waiting: sampleReader.count / request.channelCount, dropped: dropped,
      late: control.late.load(ordering: .relaxed), unknown: unknown,
      overruns: control.overruns.load(ordering: .relaxed),
      suspensions: control.suspensions.load(ordering: .relaxed),
      stalls: control.stalls.load(ordering: .relaxed),
      ioErrors: control.ioErrors.load(ordering: .relaxed),
      losses: control.losses.load(ordering: .relaxed),
      reopenings: control.reopenings.load(ordering: .relaxed))
  }
}
