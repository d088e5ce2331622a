internal import CALSA
internal import CAlsaCalls
internal import CRealtime
internal import Synchronization

extension CaptureLoop {
  /// Sets a prepared device going; a result means that it is lost.
  @_noLocks
  mutating func start(_ handle: OpaquePointer) -> BreakReason? {
    if ij_pcm_state(handle) != SND_PCM_STATE_PREPARED.rawValue {
      let prepared = ij_pcm_prepare(handle)
      if prepared < 0 { return lossReason(of: Int(prepared)) }
    }
    let started = ij_pcm_start(handle)
    // A resumed device may run already.
    if started < 0 && started != -EBADFD { return lossReason(of: Int(started)) }
    return nil
  }

  /// The error that a read would meet in the device's state; 0 for none.
  ///
  /// Libasound reports a sleeping or unplugged device with nothing to read as merely empty.
  @_noLocks
  func stateError(_ handle: OpaquePointer) -> Int {
    let state = ij_pcm_state(handle)
    if state == SND_PCM_STATE_XRUN.rawValue { return -Int(EPIPE) }
    if state == SND_PCM_STATE_SUSPENDED.rawValue { return -Int(ESTRPIPE) }
    if state == SND_PCM_STATE_DISCONNECTED.rawValue { return -Int(ENODEV) }
    return 0
  }

  /// Deals with an error of a running device; a result means that it is lost.
  @_noLocks
  mutating func recover(_ handle: OpaquePointer, from error: Int) -> BreakReason? {
    switch Int32(-error) {
    case EAGAIN, EINTR:
      mustRest = true
      return nil
    case ENODEV, ENOTTY, ENXIO:
      return .unplugged
    case EPIPE:
      control.overruns.wrappingAdd(1, ordering: .relaxed)
      return restart(handle, because: .overrun)
    case ESTRPIPE:
      control.suspensions.wrappingAdd(1, ordering: .relaxed)
      return resume(handle)
    default:
      control.ioErrors.wrappingAdd(1, ordering: .relaxed)
      return restart(handle, because: .ioError)
    }
  }

  /// Prepares and starts again, a bounded number of times until audio flows.
  @_noLocks
  private mutating func restart(_ handle: OpaquePointer, because reason: BreakReason)
    -> BreakReason?
  {
    interrupt(reason)
    restarts += 1
    if restarts > restartLimit { return .lost }
    if restarts > 1 { mustRest = true }
    let prepared = ij_pcm_prepare(handle)
    if prepared < 0 { return lossReason(of: Int(prepared)) }
    return start(handle)
  }

  /// Waits for a sleeping device; one that cannot resume is started anew.
  @_noLocks
  private mutating func resume(_ handle: OpaquePointer) -> BreakReason? {
    interrupt(.suspended)
    guard let first = descriptors.baseAddress else { return .lost }
    while !control.stopping.load(ordering: .relaxed) {
      let resumed = ij_pcm_resume(handle)
      if resumed == -EAGAIN {
        _ = ij_poll(first, 1, 100)
        if first.pointee.revents != 0 { ij_wake_clear(control.wake) }
        declareUnknown(.suspended)
        if control.now - lastData > reopenLimit { return .lost }
        continue
      }
      if resumed == 0 && ij_pcm_state(handle) == SND_PCM_STATE_RUNNING.rawValue { return nil }
      return restart(handle, because: .suspended)
    }
    return nil
  }

  /// Declares the time without audio unknown once it is long, and gives up when it is very long.
  @_noLocks
  mutating func watchStall() -> BreakReason? {
    let silence = control.now - lastData
    guard silence > (hasBegun ? stallLimit : max(stallLimit, startLimit)) else { return nil }
    if case .none = broken { control.stalls.wrappingAdd(1, ordering: .relaxed) }
    declareUnknown(.stall)
    return silence > reopenLimit ? .stall : nil
  }

  /// Notes why the stream is interrupted; the first reason stands.
  @_noLocks
  mutating func interrupt(_ reason: BreakReason) {
    if case .none = broken { broken = reason }
  }

  @_noLocks
  private func lossReason(of error: Int) -> BreakReason {
    switch Int32(-error) {
    case ENODEV, ENOTTY, ENXIO: .unplugged
    case EIO: .ioError
    default: .lost
    }
  }
}
