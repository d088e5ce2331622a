import Conversation

/// When a party speaks, frame by frame.
struct SpeechMap {
  private let frames: [Bool]

  init(_ segments: [Interval]) {
    var frames = [Bool](repeating: false, count: (segments.map(\.end.frames).max() ?? 0) + 1)
    for segment in segments where segment.start < segment.end {
      for frame in max(segment.start.frames, 0)..<segment.end.frames { frames[frame] = true }
    }
    self.frames = frames
  }

  /// Whether the party speaks in a frame.
  subscript(frame: Int) -> Bool { frames.indices.contains(frame) && frames[frame] }
}
