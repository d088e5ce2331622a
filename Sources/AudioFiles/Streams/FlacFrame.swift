/// The head of a frame of FLAC (RFC 9639, section 9.1).
struct FlacFrame: Equatable {
  /// Whether `number` counts samples; otherwise it counts frames.
  var isVariable: Bool
  /// The number of the frame, or of its first sample.
  var number: Int
  /// The samples of each channel.
  var blockSize: Int
  /// The channels.
  var channels: Int
  /// The bits of a sample; 0 for those of the stream.
  var bits: Int
  /// The bytes of the head.
  var length: Int

  /// No head is longer.
  static let longestHead = 16

  /// The bytes that no frame exceeds, the samples being written as they are.
  var longest: Int { (blockSize * (bits == 0 ? 32 : bits) * channels + 7) / 8 + channels * 8 + 64 }

  /// Reads a head; nil where there is none, or its check fails.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard start + 6 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xFE == 0xF8,
      bytes[start + 3] & 1 == 0
    else { return nil }
    isVariable = bytes[start + 1] & 1 == 1
    let sizeCode = Int(bytes[start + 2] >> 4)
    let rateCode = Int(bytes[start + 2] & 15)
    let assignment = Int(bytes[start + 3] >> 4)
    guard sizeCode != 0, rateCode != 15, assignment < 11 else { return nil }
    channels = assignment < 8 ? assignment + 1 : 2
    bits = [0, 8, 12, -1, 16, 20, 24, 32][Int(bytes[start + 3] >> 1 & 7)]
    guard bits >= 0 else { return nil }
    // The number is written as a character of UTF-8 would be, of up to seven bytes.
    var place = start + 4
    let first = bytes[place]
    let more = first < 0x80 ? 0 : (~first).leadingZeroBitCount - 1
    guard more != 0 || first < 0x80, more <= 6, place + more + 4 <= bytes.count else { return nil }
    number = first < 0x80 ? Int(first) : more >= 6 ? 0 : Int(first) & ((1 << (6 - more)) - 1)
    for _ in 0..<more {
      place += 1
      guard bytes[place] & 0xC0 == 0x80 else { return nil }
      number = number << 6 | Int(bytes[place] & 0x3F)
    }
    place += 1
    switch sizeCode {
    case 1: blockSize = 192
    case 2...5: blockSize = 576 << (sizeCode - 2)
    case 6:
      blockSize = Int(bytes[place]) + 1
      place += 1
    case 7:
      blockSize = Int(bytes[place]) << 8 + Int(bytes[place + 1]) + 1
      place += 2
    default: blockSize = 256 << (sizeCode - 8)
    }
    place += rateCode == 12 ? 1 : rateCode > 12 ? 2 : 0
    guard place < bytes.count else { return nil }
    var check: UInt8 = 0
    for index in start..<place { check = Checksum.byte[Int(check ^ bytes[index])] }
    guard check == bytes[place] else { return nil }
    length = place + 1 - start
  }
}
