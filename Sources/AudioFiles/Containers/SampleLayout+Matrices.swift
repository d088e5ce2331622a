extension SampleLayout {
  /// The matrices of Matlab 4 and Octave: the rate in one, then a row for each channel.
  static func octave(_ header: HeaderBytes, isBigEndian: Bool) -> SampleLayout? {
    func number(_ offset: Int) -> Int {
      isBigEndian ? header.big(offset, 4) : header.little(offset, 4)
    }
    var offset = 20 + number(16)
    let bits = isBigEndian ? header.big(offset, 8) : header.little(offset, 8)
    let rate = Double(bitPattern: UInt64(bits))
    offset += 8
    guard rate.isFinite, (1...1e6).contains(rate) else { return nil }
    let coding: SampleCoding? =
      switch number(offset) % 100 {
      case 0: .float(bytes: 8, bigEndian: isBigEndian)
      case 10: .float(bytes: 4, bigEndian: isBigEndian)
      case 20: .integer(bytes: 4, bigEndian: isBigEndian)
      case 30: .integer(bytes: 2, bigEndian: isBigEndian)
      default: nil
      }
    guard let coding, SoundFile.channelCounts.contains(number(offset + 4)) else { return nil }
    return SampleLayout(
      coding, rate: Int(rate), channels: number(offset + 4),
      offset: offset + 20 + number(offset + 16),
      declaredLength: number(offset + 4) * number(offset + 8) * coding.length)
  }

  /// The matrices of Matlab 5, as libsndfile writes them: the rate, then a row for each channel.
  static func matlab(_ header: HeaderBytes) -> SampleLayout? {
    let isBig = header.text(126, 2) == "MI"
    func number(_ offset: Int) -> Int {
      isBig ? header.big(offset, 4) : header.little(offset, 4)
    }
    var offset = 128
    var rate: Int?
    for _ in 0..<2 {
      guard number(offset) == 14 else { return nil }
      let next = offset + 8 + number(offset + 4)
      // Flags of 16 bytes, dimensions of 16 bytes, the name, then the numbers.
      let rows = number(offset + 32)
      let columns = number(offset + 36)
      let isShortName = number(offset + 40) >> 16 != 0
      let nameLength = isShortName ? 0 : (number(offset + 44) + 7) / 8 * 8
      let numbers = offset + 48 + nameLength
      let isShort = number(numbers) >> 16 != 0
      let type = number(numbers) & 0xFFFF
      let value = numbers + (isShort ? 4 : 8)
      if rate == nil {
        rate = type == 9 ? double(header, value, isBig) : number(value) & (isShort ? 0xFFFF : -1)
        offset = next
        continue
      }
      let coding: SampleCoding? =
        switch type {
        case 2: .unsignedByte
        case 3: .integer(bytes: 2, bigEndian: isBig)
        case 5: .integer(bytes: 4, bigEndian: isBig)
        case 7: .float(bytes: 4, bigEndian: isBig)
        case 9: .float(bytes: 8, bigEndian: isBig)
        default: nil
        }
      guard let coding, let rate, !isShort, SoundFile.channelCounts.contains(rows) else {
        return nil
      }
      return SampleLayout(
        coding, rate: rate, channels: rows, offset: value,
        declaredLength: rows * columns * coding.length)
    }
    return nil
  }

  private static func double(_ header: HeaderBytes, _ offset: Int, _ isBig: Bool) -> Int? {
    let bits = isBig ? header.big(offset, 8) : header.little(offset, 8)
    let value = Double(bitPattern: UInt64(bits))
    return value.isFinite && (1...1e6).contains(value) ? Int(value) : nil
  }
}
