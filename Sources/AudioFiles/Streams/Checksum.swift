/// The cyclic redundancy checks of FLAC and Ogg: high bit first, nothing inverted.
enum Checksum {
  /// The table of FLAC's 8 bit check of a frame's head: x^8 + x^2 + x + 1.
  static let byte: [UInt8] = (0..<256).map { index in
    (0..<8).reduce(UInt8(index)) { sum, _ in sum & 0x80 != 0 ? sum << 1 ^ 0x07 : sum << 1 }
  }

  /// The table of FLAC's 16 bit check of a frame: x^16 + x^15 + x^2 + 1.
  static let word: [UInt16] = (0..<256).map { index in
    (0..<8).reduce(UInt16(index) << 8) { sum, _ in
      sum & 0x8000 != 0 ? sum << 1 ^ 0x8005 : sum << 1
    }
  }

  /// The table of Ogg's 32 bit check of a page (RFC 3533).
  static let page: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index) << 24) { sum, _ in
      sum & 0x8000_0000 != 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1
    }
  }
}
