/// Tells dialled keys from two pitches of the line that happen to be a key's: a chime, a hum.
///
/// A key is pressed for less than half a second, and hardly ever many times in a row.
struct KeyRepeats {
  /// The frames for which one key lasts at most: half a second.
  private static let longest = 50
  /// How often the same key is believed, with no more than `forgets` between two of any.
  private static let most = 6
  /// The frames that may be missing inside a key.
  private static let gap = 5
  /// The frames without any after which they are counted anew: 6 s.
  private static let forgets = 600

  private var times = InlineArray<16, UInt8>(repeating: 0)
  private var key = 0
  /// The frames of the newest key, and those since it was last heard.
  private var length = 0
  private var since = Self.forgets

  /// Takes a frame, whatever it holds.
  mutating func skip() {
    guard since < Self.forgets else { return }
    since += 1
    if since == Self.forgets { times = InlineArray(repeating: 0) }
  }

  /// Takes a frame at the pitches of a key; returns whether it is one.
  mutating func add(_ next: Int) -> Bool {
    if next == key, since <= Self.gap {
      length += since
    } else {
      (key, length) = (next, 1)
      if times[key] <= Self.most { times[key] += 1 }
    }
    since = 0
    if length > Self.longest { times[key] = UInt8(Self.most) + 1 }
    return times[key] <= Self.most
  }
}
