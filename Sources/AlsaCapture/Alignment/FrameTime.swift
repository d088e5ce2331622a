/// How long frames last.
enum FrameTime {
  /// The length of frames at a rate in hertz, in nanoseconds; exact for years of them.
  @_noLocks
  static func nanoseconds(of frames: Int, at rate: Int) -> Int64 {
    // In parts: a stopped process may have days to make up for, whose product would overflow.
    Int64(frames / rate) * 1_000_000_000 + Int64(frames % rate) * 1_000_000_000 / Int64(rate)
  }
}
