/// Random numbers that are the same in every run, so that a page can be made again.
///
/// SplitMix64, of Steele, Lea and Flood 2014.
struct RepeatableDraws: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Numbers that follow from a text.
  init(seed text: String) {
    state = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to, but not including, `count`.
  mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Some members of a list, each at most once, in random order.
  mutating func sample<Member>(_ count: Int, of members: [Member]) -> [Member] {
    var left = members
    for index in 0..<min(count, left.count) {
      left.swapAt(index, index + self.index(below: left.count - index))
    }
    return Array(left.prefix(count))
  }
}
