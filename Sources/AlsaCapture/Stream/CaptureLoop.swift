internal import CALSA
internal import CAlsaCalls
internal import CRealtime
internal import Realtime
internal import Synchronization

/// Everything that the capture thread touches while a device runs.
///
/// The rules for whatever is called from `run`:
/// - poll, read a period, decode it, write the rings, count, signal; nothing else.
/// - Every function is `@_noLocks`: no lock, no allocation, no reference counting, no Swift runtime.
///   C is called only through declarations marked so in CRealtime.
/// - Nothing waits but `poll`, which always has a time limit and always hears the wake-up descriptor.
/// - Nothing repeats without bound: attempts to restart are counted until audio flows, and a poll
///   that reports readiness without audio is followed by a rest.
/// - No sample is lost in silence: what is read is written or counted as dropped or late, and time
///   without samples becomes a gap record.
///
/// `attach` and `detach` are called between runs, when there is no device to be late for.
struct CaptureLoop: ~Copyable {
  /// How a run ended.
  enum End {
    /// The owner wants no more.
    case stopped
    /// The device does not work any more.
    case lost(BreakReason)
  }

  // The device; nil between runs.
  var handle: OpaquePointer?
  var encoding = SampleEncoding.s16
  var rate = 0
  var sampleBytes = 0
  var frameBytes = 0
  var chunkFrames = 0
  var pollTimeout: Int32 = 0
  /// The wake-up descriptor first, then the device's.
  var descriptors: UnsafeMutableBufferPointer<pollfd>
  var raw: UnsafeMutableRawBufferPointer
  var decoded: UnsafeMutableBufferPointer<Float>
  /// For each delivered channel, its place in a frame of the device.
  let chosen: UnsafeMutableBufferPointer<Int>

  // The way out.
  var samples: RingWriter<Float>
  var records: RingWriter<CaptureRecord>
  let control: CaptureControl
  /// A gap for which the record ring had no room yet.
  var pending: CaptureRecord

  // Time, in nanoseconds of the capture's clock.
  /// Where the stream ends so far, gaps included.
  var edge: Int64 = 0
  /// When the device last delivered, or was started.
  var lastData: Int64 = 0
  /// Why the stream is interrupted; nil while it flows.
  var broken: BreakReason?
  /// Whether part of the interruption has been declared, so that audio for it comes too late.
  var isDeclared = false
  /// Whether the last gap was made too long.
  var gapCheck = GapCheck()
  /// Whether any audio has come since the stream was started.
  var hasBegun = false
  /// The frames that all audio since `suspectSince` was late by at least; 0 where none was late.
  var leastMissing = 0
  var suspectSince: Int64 = 0

  // Limits.
  let waitsForRoom: Bool
  /// Whether the clock can tell a silent loss: not with a device that waits for its reader.
  let hasClock: Bool
  let stallLimit: Int64
  /// How long a device may take for its first audio before that counts as a stall.
  let startLimit: Int64 = 2_000_000_000
  /// Longer than a lump of 8192 frames at 44.1 kHz.
  let lumpLimit: Int64 = 250_000_000
  let reopenLimit: Int64
  /// Restarts since audio last flowed.
  var restarts = 0
  let restartLimit = 5
  var mustRest = false
  var mustAnnounceReturn = false
  /// Whether the device has come back in another format than it had before.
  var hasChanged = false

  init(
    settings: CaptureSettings, channels: [Int], samples: consuming RingWriter<Float>,
    records: consuming RingWriter<CaptureRecord>, control: CaptureControl
  ) {
    self.samples = samples
    self.records = records
    self.control = control
    chosen = .allocate(capacity: max(1, channels.count))
    chosen.initialize(repeating: 0)
    for (place, channel) in channels.enumerated() { chosen[place] = channel - 1 }
    descriptors = .allocate(capacity: 0)
    raw = .allocate(byteCount: 0, alignment: 16)
    decoded = .allocate(capacity: 0)
    waitsForRoom = settings.fullRing == .wait
    hasClock = settings.fullRing != .wait || control.clock != nil
    stallLimit = Int64(settings.stallMilliseconds) * 1_000_000
    reopenLimit = Int64(settings.stallReopenMilliseconds) * 1_000_000
    pending = CaptureRecord(kind: .gap, reason: .overrun, rate: 0, frames: 0, end: 0)
  }

  deinit {
    descriptors.deallocate()
    raw.deallocate()
    decoded.deallocate()
    chosen.deallocate()
  }

  /// Takes a device that has been opened and set up; not to be called in a run.
  mutating func attach(_ device: borrowing CaptureDevice) {
    handle = device.handle
    hasChanged =
      rate != 0
      && (rate, encoding, frameBytes)
        != (device.format.rate, device.format.encoding, device.format.frameBytes)
    encoding = device.format.encoding
    rate = device.format.rate
    sampleBytes = device.format.encoding.byteCount
    frameBytes = device.format.frameBytes
    chunkFrames = min(max(device.format.periodFrames, rate / 100), rate / 10)
    pollTimeout = Int32(min(100, max(1, stallLimit / 2_000_000)))
    let count = max(0, Int(snd_pcm_poll_descriptors_count(device.handle)))
    descriptors.deallocate()
    descriptors = .allocate(capacity: count + 1)
    descriptors.initialize(repeating: pollfd(fd: control.wake, events: Int16(POLLIN), revents: 0))
    let start = descriptors.baseAddress.map { $0 + 1 }
    snd_pcm_poll_descriptors(device.handle, start, UInt32(count))
    raw.deallocate()
    raw = .allocate(byteCount: chunkFrames * frameBytes, alignment: 16)
    raw.initializeMemory(as: UInt8.self, repeating: 0)
    decoded.deallocate()
    decoded = .allocate(capacity: chunkFrames * chosen.count)
    decoded.initialize(repeating: 0)
    restarts = 0
    mustRest = false
    leastMissing = 0
    if edge == 0 { edge = control.now }
  }

  /// Forgets the device, which may be closed then; not to be called in a run.
  mutating func detach() {
    handle = nil
  }

  /// Captures until the owner stops it or the device fails for good.
  @_noLocks
  mutating func run() -> End {
    guard let handle else { return .lost(.lost) }
    lastData = control.now
    if let failure = start(handle) { return .lost(failure) }
    while !control.stopping.load(ordering: .relaxed) {
      if let failure = step(handle) { return .lost(failure) }
    }
    return .stopped
  }

  /// Waits for the device once and deals with what comes; a result means that it is lost.
  @_noLocks
  mutating func step(_ handle: OpaquePointer) -> BreakReason? {
    guard let first = descriptors.baseAddress else { return .lost }
    if mustRest || !hasRoom() {
      mustRest = false
      _ = ij_poll(first, 1, 2)
      clearWake(first)
      return nil
    }
    let ready = ij_poll(first, Int32(descriptors.count), pollTimeout)
    clearWake(first)
    if ready < 0 { return .ioError }
    var events: UInt16 = 0
    let eventsResult = ij_pcm_revents(handle, first + 1, Int32(descriptors.count - 1), &events)
    if eventsResult < 0 { return recover(handle, from: Int(eventsResult)) }
    if Int32(events) & (POLLHUP | POLLNVAL) != 0 { return .unplugged }
    // A look is taken after a time limit too: some drivers forget to wake.
    let result = fetch(handle)
    if result < 0 { return recover(handle, from: result) }
    if result == 0 {
      let error = stateError(handle)
      if error < 0 { return recover(handle, from: error) }
      mustRest = ready > 0
      return watchStall()
    }
    return nil
  }

  @_noLocks
  private func clearWake(_ descriptor: UnsafeMutablePointer<pollfd>) {
    if descriptor.pointee.revents != 0 { ij_wake_clear(control.wake) }
  }

  /// Whether reading may go on; it always may unless it waits for the reader.
  @_noLocks
  private mutating func hasRoom() -> Bool {
    !waitsForRoom || (samples.space() >= decoded.count && records.space() >= 4)
  }
}
