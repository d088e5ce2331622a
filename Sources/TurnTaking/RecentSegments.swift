import Conversation

/// The last finished segments of a party, in constant memory.
struct RecentSegments {
  /// The segments that are remembered.
  static let capacity = 15

  private var starts = InlineArray<15, Int>(repeating: 0)
  private var ends = InlineArray<15, Int>(repeating: 0)
  private var finished = 0

  /// Remembers a finished segment, and forgets the oldest where there is no room.
  mutating func add(start: Int, end: Int) {
    starts[finished % Self.capacity] = start
    ends[finished % Self.capacity] = end
    finished += 1
  }

  /// The length of the newest; nil where there is none.
  var newestLength: Int? {
    guard finished > 0 else { return nil }
    let index = (finished - 1) % Self.capacity
    return ends[index] - starts[index]
  }

  /// The frames of speech in a window before a frame.
  func talk(before frame: Int, window: Int) -> Int {
    var sum = 0
    for index in 0..<min(finished, Self.capacity) {
      sum += max(0, min(ends[index], frame) - max(starts[index], frame - window))
    }
    return sum
  }

  /// The number and the total length of the segments that were no longer than `longest` and ended
  /// in a window before a frame.
  func shorts(
    before frame: Int, window: Int, longest: Int
  ) -> (count: Int, frames: Int) {
    var result = (count: 0, frames: 0)
    for index in 0..<min(finished, Self.capacity) {
      let length = ends[index] - starts[index]
      guard length <= longest, (frame - window...frame).contains(ends[index]) else { continue }
      result.count += 1
      result.frames += length
    }
    return result
  }
}
