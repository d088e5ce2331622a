import Conversation

/// Which frames lie in some stretches, asked for from front to back.
struct FrameMarks {
  private let stretches: [Interval]
  private var next = 0

  /// Takes stretches in the order of their starts, none touching the next.
  init(_ stretches: [Interval]) {
    self.stretches = stretches
  }

  /// Whether a frame lies in one; no frame before the last one asked for.
  mutating func contains(_ frame: Int) -> Bool {
    while next < stretches.count, Self.frame(stretches[next].end) <= frame { next += 1 }
    return next < stretches.count && Self.frame(stretches[next].start) <= frame
  }

  /// The nearest frame's beginning.
  private static func frame(_ time: SampleTime) -> Int {
    (time.ticks + SampleTime.frame.ticks / 2) / SampleTime.frame.ticks
  }
}
