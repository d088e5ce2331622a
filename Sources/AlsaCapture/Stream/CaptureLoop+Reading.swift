internal import CALSA
internal import CAlsaCalls
internal import CRealtime
internal import Synchronization

extension CaptureLoop {
  /// Reads what the device holds; the number of frames, 0 for none, or libasound's error.
  @_noLocks
  mutating func fetch(_ handle: OpaquePointer) -> Int {
    guard let target = raw.baseAddress else { return 0 }
    var stamp: Int64 = 0
    let backlog = measureBacklog(handle, stamp: &stamp)
    guard backlog.readable > 0 else { return backlog.readable }
    var begin = stamp - nanoseconds(of: backlog.total)
    var left = backlog.readable
    var total = 0
    repeat {
      let count = ij_pcm_readi(handle, target, snd_pcm_uframes_t(min(left, chunkFrames)))
      guard count > 0 else {
        if total > 0 || count == -Int(EAGAIN) || count == -Int(EINTR) { break }
        return count
      }
      accept(frames: count, begin: begin)
      begin += nanoseconds(of: count)
      left -= count
      total += count
    } while left >= chunkFrames && !waitsForRoom
    return total
  }

  /// The frames that can be read and those between here and the microphone, at a time.
  private struct Backlog {
    var readable: Int
    var total: Int
  }

  @_noLocks
  private func measureBacklog(_ handle: OpaquePointer, stamp: inout Int64) -> Backlog {
    var available: snd_pcm_uframes_t = 0
    var reported: Int64 = 0
    if ij_pcm_htimestamp(handle, &available, &reported) < 0 {
      let count = ij_pcm_avail_update(handle)
      stamp = control.now
      return Backlog(readable: count, total: count)
    }
    let now = control.now
    stamp = time(of: reported, now: now)
    let readable = Int(available)
    var delay: snd_pcm_sframes_t = 0
    // A stamp of this moment is the time of the call: the server's own queue counts too then.
    if now - stamp < 100_000, ij_pcm_delay(handle, &delay) >= 0, delay > readable {
      return Backlog(readable: readable, total: min(delay, 60 * rate))
    }
    return Backlog(readable: readable, total: readable)
  }

  /// Brings a device's timestamp to the capture's clock; one that fits no clock becomes `now`.
  @_noLocks
  private func time(of stamp: Int64, now: Int64) -> Int64 {
    if control.clock != nil || stamp == 0 { return now }
    let limit: Int64 = 2_000_000_000
    let age = ij_clock_monotonic() - stamp
    if age >= -1_000_000 && age < limit { return now - max(0, age) }
    let realAge = ij_clock_realtime() - stamp
    if realAge >= -1_000_000 && realAge < limit { return now - max(0, realAge) }
    return now
  }

  /// Places frames that begin at a time in the stream, measuring what is missing before them.
  @_noLocks
  private mutating func accept(frames: Int, begin: Int64) {
    control.captured.wrappingAdd(frames, ordering: .relaxed)
    lastData = control.now
    restarts = 0
    if mustAnnounceReturn {
      mustAnnounceReturn = false
      put(
        CaptureRecord(
          kind: hasChanged ? .changed : .returned, reason: .lost, rate: Int32(rate), frames: 0,
          end: begin))
    }
    var begin = begin
    var skipped = 0
    if !hasBegun {
      hasBegun = true
      // The stream begins with its first audio, however long the device took to deliver it.
      if case .none = broken { edge = max(edge, begin) }
    }
    let missing = frameCount(of: begin - edge)
    if let reason = broken {
      if missing > 0 {
        putGap(frames: missing, reason: reason, end: begin)
      } else if isDeclared {
        skipped = min(frames, -missing)
        control.late.wrappingAdd(skipped, ordering: .relaxed)
        begin += nanoseconds(of: skipped)
      }
      if skipped < frames {
        if missing > 0 || isDeclared { gapCheck.begin(rate: rate) }
        broken = nil
        isDeclared = false
      }
    } else if hasClock && missing > rate / 10 {
      if isLost(missing) {
        control.stalls.wrappingAdd(1, ordering: .relaxed)
        let end = edge + nanoseconds(of: leastMissing)
        putGap(frames: leastMissing, reason: .stall, end: end)
        leastMissing = 0
        begin = end
        gapCheck.begin(rate: rate)
      } else {
        begin = edge
      }
    } else {
      leastMissing = 0
      if hasClock { skipped = gapCheck.excess(of: frames, beginning: missing, rate: rate) }
      control.late.wrappingAdd(skipped, ordering: .relaxed)
      begin += nanoseconds(of: skipped)
      if skipped == frames { edge = begin }
    }
    let kept = frames - skipped
    guard kept > 0 else { return }
    edge = begin + nanoseconds(of: kept)
    decode(skipping: skipped, frames: kept)
    putBlock(frames: kept)
  }

  /// Whether audio that seems to be missing is missing for sure: all that came for a quarter of a
  /// second was late by as much.
  ///
  /// A server that delivers in lumps, as PipeWire does with a large quantum, is late with all but the
  /// last piece of a lump.
  @_noLocks
  private mutating func isLost(_ missing: Int) -> Bool {
    guard leastMissing > 0 else {
      leastMissing = missing
      suspectSince = lastData
      return false
    }
    leastMissing = min(leastMissing, missing)
    return lastData - suspectSince >= lumpLimit
  }

  @_noLocks
  private func decode(skipping: Int, frames: Int) {
    guard let source = raw.baseAddress, let target = decoded.baseAddress else { return }
    for place in 0..<chosen.count {
      encoding.decode(
        source + skipping * frameBytes + chosen[place] * sampleBytes,
        frameBytes: frameBytes, frames: frames, into: target + place, stride: chosen.count)
    }
  }

  @_noLocks
  func nanoseconds(of frames: Int) -> Int64 {
    FrameTime.nanoseconds(of: frames, at: rate)
  }

  /// The nearest number of frames; exact where the time came from a number of frames.
  @_noLocks
  func frameCount(of nanoseconds: Int64) -> Int {
    let half: Int64 = nanoseconds < 0 ? -500_000_000 : 500_000_000
    let seconds = nanoseconds / 1_000_000_000
    let rest = nanoseconds % 1_000_000_000
    return Int(seconds) * rate + Int((rest * Int64(rate) + half) / 1_000_000_000)
  }
}
