public import AudioFiles
import CRealtime
public import Conversation
import Glibc
import Realtime
import Synchronization

/// Writes what the engine hears of a live call to a file, on a thread of its own.
///
/// The engine's thread only puts samples into a ring: it neither waits nor allocates for them. What
/// is not heard is written as silence, so that the recording has the times of the stream.
public final class CallRecorder: @unchecked Sendable {
  /// The seconds that wait while the disk is busy.
  private static let patience = 8

  // The engine's thread alone uses these.
  private var writer: RingWriter<SIMD2<Int16>>
  /// The samples that found no room; silence stands for them.
  private var missing = 0
  /// All samples that found no room.
  private(set) var leftOut = 0

  // The recorder's thread alone uses these.
  private var reader: RingReader<SIMD2<Int16>>
  private var file: CallRecording?
  private let block: UnsafeMutableBufferPointer<SIMD2<Int16>>

  private let isEnding = Atomic<Bool>(false)
  private let failed = Mutex<RecordingError?>(nil)
  private let wake: Int32
  private var thread: OwnThread?

  /// Creates the file, which must not be there yet, and starts the thread.
  public static func start(
    _ path: String, rate: EngineRate
  ) throws(RecordingError) -> CallRecorder {
    let recorder = CallRecorder(try .create(path, rate: rate), rate: rate)
    try recorder.begin(path)
    return recorder
  }

  private init(_ file: consuming CallRecording, rate: EngineRate) {
    let ring = Ring<SIMD2<Int16>>(
      minimumCapacity: Self.patience * rate.rawValue, filledWith: .zero)
    writer = ring.writer
    reader = ring.reader
    self.file = consume file
    block = .allocate(capacity: rate.rawValue)
    block.initialize(repeating: .zero)
    wake = ij_wake_make()
  }

  deinit {
    block.deallocate()
    if wake >= 0 { close(wake) }
  }

  /// What ended the recording early; nil while all is well.
  public var failure: RecordingError? { failed.withLock { $0 } }

  // MARK: - On the engine's thread

  /// Adds a block of both parties' samples; where `waits`, for as long as there is no room.
  func add(agent: Span<Float>, customer: Span<Float>, waits: Bool) {
    var index = 0
    while index < agent.count {
      guard hasRoom(waits: waits) else {
        leaveOut(agent.count - index)
        return
      }
      _ = writer.write(SIMD2(Self.rounded(agent[index]), Self.rounded(customer[index])))
      index += 1
    }
    callWriterIfLate()
  }

  /// Adds time in which nobody is heard.
  func addSilence(samples: Int, waits: Bool) {
    for index in 0..<samples {
      guard hasRoom(waits: waits) else {
        leaveOut(samples - index)
        return
      }
      _ = writer.write(.zero)
    }
    callWriterIfLate()
  }

  private func leaveOut(_ samples: Int) {
    missing += samples
    leftOut += samples
  }

  /// Has the writer go on at once where more than half of the ring waits for it.
  private func callWriterIfLate() {
    if writer.space() < Self.patience / 2 * block.count { ij_wake_signal(wake) }
  }

  /// Makes up for what was left out, and says whether more can be added.
  private func hasRoom(waits: Bool) -> Bool {
    if waits {
      while writer.space() == 0, failure == nil { ij_sleep(500_000) }
    }
    while missing > 0, writer.write(.zero) { missing -= 1 }
    return missing == 0 && writer.space() > 0
  }

  /// The nearest of 16 bits; what is no number counts as silence, as everywhere.
  private static func rounded(_ sample: Float) -> Int16 {
    guard sample.isFinite else { return 0 }
    return Int16(max(-32_768, min(32_767, (sample * 32_768).rounded())))
  }

  /// Ends the recording; all that was added is written then, or the disk has hung for seconds.
  public func finish() {
    guard let thread else { return }
    self.thread = nil
    isEnding.store(true, ordering: .releasing)
    ij_wake_signal(wake)
    thread.join(milliseconds: 5000)
  }

  // MARK: - On the recorder's thread

  private func begin(_ path: String) throws(RecordingError) {
    do {
      thread = try OwnThread(Work(recorder: self), name: "recorder")
    } catch {
      throw RecordingError(.unwritable, at: path, systemError: error.systemError)
    }
  }

  /// Keeps the recorder for as long as it writes.
  private final class Work: ThreadWork {
    private let recorder: CallRecorder

    init(recorder: CallRecorder) {
      self.recorder = recorder
    }

    func run() { recorder.run() }
  }

  private func run() {
    while true {
      let isLast = isEnding.load(ordering: .acquiring)
      if !write() || isLast { break }
      var entry = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
      _ = ij_poll(&entry, 1, 1000)
      ij_wake_clear(wake)
    }
    file = nil
  }

  /// Writes what waits; false once that fails.
  private func write() -> Bool {
    while reader.count > 0 {
      guard let start = block.baseAddress else { return false }
      let count = reader.take(into: start, limit: block.count)
      do throws(RecordingError) {
        try file?.append(UnsafeBufferPointer(start: start, count: count))
      } catch {
        failed.withLock { $0 = error }
        return false
      }
    }
    file?.update()
    return true
  }
}
