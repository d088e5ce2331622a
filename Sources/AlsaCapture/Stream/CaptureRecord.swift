/// What the capture thread says beside the samples, in the order of the stream.
struct CaptureRecord: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    /// `frames` frames are in the sample ring.
    case block
    /// `frames` frames are missing here because of `reason`.
    case gap
    /// The device is gone because of `reason` and is being reopened.
    case lost
    /// The device delivers again.
    case returned
    /// The device delivers again, in another format than before.
    case changed
  }

  var kind: Kind
  var reason: BreakReason
  var rate: Int32
  var frames: Int
  /// The time on the monotonic clock, in nanoseconds, at which the stretch ended.
  var end: Int64

  @_noLocks
  init(kind: Kind, reason: BreakReason, rate: Int32, frames: Int, end: Int64) {
    self.kind = kind
    self.reason = reason
    self.rate = rate
    self.frames = frames
    self.end = end
  }
}
