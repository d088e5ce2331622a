import TestSignals

/// Spoils WAV files at random, the same way for the same seed.
public struct WaveMutator {
  private var random: RandomSource

  /// Creates a mutator.
  public init(seed: Int) { random = RandomSource(seed: seed) }

  /// The file with one to three faults.
  public mutating func mutate(_ file: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard bytes.count > 16 else { return bytes }
      spoil(&bytes)
    }
    return bytes
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let header = min(bytes.count, 80)
    let fault = Int.random(in: 0..<8, using: &random)
    switch fault {
    case 0:  // Bits of the header.
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[place(header)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case 1:  // Bytes of the header.
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[place(header)] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      }
    case 2, 3:  // The size of a chunk, or another number of four bytes.
      let sizes: [UInt32] = [
        0, 1, 3, 44, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF,
        .random(in: 0...99_999, using: &random),
      ]
      let size = sizes.randomElement(using: &random) ?? 0
      let start = fault == 2 ? sizeFields(bytes).randomElement(using: &random) ?? 4 : place(header)
      for index in 0..<4 where start + index < bytes.count {
        bytes[start + index] = UInt8(truncatingIfNeeded: size >> UInt32(8 * index))
      }
    case 4:  // The end is missing.
      let isShort = Bool.random(using: &random)
      bytes.removeLast(bytes.count - place(isShort ? header : bytes.count))
    case 5:  // Bytes of the samples.
      for _ in 0..<Int.random(in: 1...64, using: &random) {
        bytes[place(bytes.count)] = .random(in: 0...255, using: &random)
      }
    case 6:  // A piece is missing.
      let start = place(min(bytes.count, 200))
      bytes.removeSubrange(start..<min(bytes.count, start + place(50) + 1))
    default:  // A piece too much.
      let piece = (0...place(50)).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.insert(contentsOf: piece, at: place(header))
    }
  }

  private mutating func place(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// Where the sizes of chunks may stand.
  private func sizeFields(_ bytes: [UInt8]) -> [Int] {
    let names = ["fmt ", "data", "fact", "ds64", "LIST", "PEAK"].map { Array($0.utf8) }
    let head = bytes.prefix(200)
    return [4]
      + head.indices.dropLast(4).filter { index in
        names.contains { $0.elementsEqual(head[index..<index + 4]) }
      }.map { $0 + 4 }
  }
}
