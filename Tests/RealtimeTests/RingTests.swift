import AllocationMeter
import Realtime
import Synchronization
import Testing

@Suite struct RingTests {
  @Test func aFullRingDropsTheNewestAndCountsThem() {
    var ring = Ring<Float>(minimumCapacity: 5, filledWith: 0)
    let source = (0..<11).map(Float.init)
    let accepted = source.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { ring.writer.write($0, count: buffer.count) }
    }
    #expect(accepted == 8, "the capacity is rounded up to a power of two")
    var taken: [Float] = []
    while let sample = ring.reader.take() { taken.append(sample) }
    #expect(taken == source.prefix(8).map(\.self))
    let dropped = ring.reader.dropped
    #expect(dropped == 3)
  }

  @Test func everyPlaceOfTheWrapKeepsTheOrder() {
    var ring = Ring<Int32>(minimumCapacity: 8, filledWith: 0)
    var next: Int32 = 0
    var expected: Int32 = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { block in
      guard let start = block.baseAddress else { return }
      for length in [3, 5, 8, 1, 7, 2, 6, 4, 8, 8, 3] {
        for index in 0..<length {
          start[index] = next
          next += 1
        }
        let written = ring.writer.write(start, count: length)
        #expect(written == length)
        let taken = ring.reader.take(into: start, limit: 8)
        #expect(taken == length)
        for index in 0..<taken {
          #expect(start[index] == expected)
          expected += 1
        }
      }
    }
  }

  @Test func spaceAndCountAreEachOthersComplement() {
    var ring = Ring<Int32>(minimumCapacity: 4, filledWith: 0)
    let wrote = ring.writer.write(7)
    #expect(wrote)
    let space = ring.writer.space()
    let count = ring.reader.count
    #expect(space == 3 && count == 1)
    let element = ring.reader.take()
    let nothing = ring.reader.take()
    #expect(element == 7 && nothing == nil)
  }

  /// Under ThreadSanitizer this is the proof of the memory order; a relaxed store makes it fail.
  @Test func everyElementArrivesOnceAndInOrderAcrossThreads() async {
    let total = 200_000
    let ring = Ring<Int32>(minimumCapacity: 256, filledWith: 0)
    let writer = Mutex<RingWriter<Int32>?>(ring.writer)
    let reader = Mutex<RingReader<Int32>?>(ring.reader)
    async let produced: Void = produce(total, with: writer)
    async let inOrder = consume(total, with: reader)
    await produced
    let result = await inOrder
    #expect(result)
  }

  @concurrent private func produce(
    _ total: Int, with end: borrowing Mutex<RingWriter<Int32>?>
  ) async {
    guard var writer = end.withLock({ $0.take() }) else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { block in
      guard let start = block.baseAddress else { return }
      var next = 0
      while next < total {
        let length = min(1 + next % 61, total - next)
        for index in 0..<length { start[index] = Int32(next + index) }
        if writer.space() >= length { next += writer.write(start, count: length) }
      }
    }
  }

  @concurrent private func consume(
    _ total: Int, with end: borrowing Mutex<RingReader<Int32>?>
  ) async -> Bool {
    guard var reader = end.withLock({ $0.take() }) else { return false }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { block in
      guard let start = block.baseAddress else { return false }
      var next = 0
      while next < total {
        for index in 0..<reader.take(into: start, limit: 1 + next % 47) {
          guard start[index] == Int32(next) else { return false }
          next += 1
        }
      }
      return reader.count == 0 && reader.dropped == 0
    }
  }

  /// The attribute makes the compiler reject a lock or an allocation anywhere below.
  @_noLocks private func copyThrough(
    _ ring: inout Ring<Float>, _ block: UnsafeMutablePointer<Float>, count: Int
  ) -> Int {
    let written = ring.writer.write(block, count: count)
    return ring.reader.take(into: block, limit: written)
  }

  @Test(.enabled(if: ij_allocation_meter_works())) func writingAndTakingNeverAllocate() {
    var ring = Ring<Float>(minimumCapacity: 512, filledWith: 0)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 480) { block in
      guard let start = block.baseAddress else { return }
      block.initialize(repeating: 0.5)
      var moved = 0
      let before = ij_allocations()
      for _ in 0..<1000 { moved += copyThrough(&ring, start, count: 480) }
      let after = ij_allocations()
      #expect(moved == 480_000)
      #expect(after == before)
    }
  }
}
