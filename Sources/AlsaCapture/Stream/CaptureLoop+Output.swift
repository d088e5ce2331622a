internal import CRealtime
internal import Realtime
internal import Synchronization

extension CaptureLoop {
  /// Hands decoded frames over; what there is no room for is dropped and becomes a gap.
  @_noLocks
  mutating func putBlock(frames: Int) {
    guard let source = decoded.baseAddress else { return }
    let channels = chosen.count
    flushPending()
    let room = records.space() >= 2 && pending.frames == 0 ? samples.space() / channels : 0
    let kept = min(frames, room)
    if kept > 0 {
      _ = samples.write(source, count: kept * channels)
      let end = edge - nanoseconds(of: frames - kept)
      put(CaptureRecord(kind: .block, reason: .lost, rate: Int32(rate), frames: kept, end: end))
    }
    if kept < frames {
      control.dropped.wrappingAdd(frames - kept, ordering: .relaxed)
      postpone(frames: frames - kept, reason: .overrun, end: edge)
    }
  }

  /// Says that frames are missing up to a time.
  @_noLocks
  mutating func putGap(frames: Int, reason: BreakReason, end: Int64) {
    control.missing.wrappingAdd(frames, ordering: .relaxed)
    postpone(frames: frames, reason: reason, end: end)
    flushPending()
  }

  /// Says that the device is gone; the time until it returns is a gap.
  @_noLocks
  mutating func putLoss(_ reason: BreakReason) {
    control.losses.wrappingAdd(1, ordering: .relaxed)
    interrupt(reason)
    mustAnnounceReturn = true
    put(CaptureRecord(kind: .lost, reason: reason, rate: Int32(rate), frames: 0, end: edge))
  }

  /// Declares the time up to now unknown, so that the reader need not wait for what may never come.
  @_noLocks
  mutating func declareUnknown(_ reason: BreakReason) {
    let now = control.now
    let missing = frameCount(of: now - edge)
    interrupt(reason)
    guard missing > 0 else { return }
    isDeclared = true
    edge += nanoseconds(of: missing)
    putGap(frames: missing, reason: broken ?? reason, end: edge)
  }

  @_noLocks
  mutating func put(_ record: CaptureRecord) {
    flushPending()
    _ = records.write(record)
    announce()
  }

  @_noLocks
  private mutating func postpone(frames: Int, reason: BreakReason, end: Int64) {
    if pending.frames == 0 { pending.reason = reason }
    pending.frames += frames
    pending.rate = Int32(rate)
    pending.end = end
  }

  /// Hands a gap over that found no room before.
  @_noLocks
  mutating func flushPending() {
    guard pending.frames > 0, records.space() > 0 else { return }
    _ = records.write(pending)
    pending.frames = 0
    announce()
  }

  /// Wakes the reader if it waits for something to take.
  @_noLocks
  func announce() {
    // With the reader's fence: either it sees the record or this sees that it waits.
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    if control.isAwaited.load(ordering: .relaxed) { ij_wake_signal(control.ready) }
  }
}
