/// The greatest of the values of the last 0.5 to 0.6 s, one a frame.
struct RecentPeak {
  private static let blockLength = 10

  private(set) var value: Float = 0
  /// The greatest value of every block of 0.1 s; the one under way among them.
  private var blocks = InlineArray<6, Float>(repeating: 0)
  private var block = 0
  private var count = 0

  mutating func add(_ value: Float) {
    if count == Self.blockLength { forgetOldest() }
    blocks[block] = max(blocks[block], value)
    self.value = max(self.value, value)
    count += 1
  }

  private mutating func forgetOldest() {
    block = (block + 1) % blocks.count
    blocks[block] = 0
    count = 0
    value = 0
    for index in blocks.indices { value = max(value, blocks[index]) }
  }
}
