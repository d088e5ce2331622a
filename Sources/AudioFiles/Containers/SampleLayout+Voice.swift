extension SampleLayout {
  /// Creative's VOC: blocks of a type and three bytes of length, the sound in the first of them.
  ///
  /// sox declares some bytes less than it writes.
  static func voice(_ header: HeaderBytes) -> SampleLayout? {
    var offset = header.little(20, 2)
    for _ in 0..<1000 where offset + 4 <= header.length {
      let type = header.little(offset, 1)
      let size = header.little(offset + 1, 3)
      let body = offset + 4
      switch type {
      case 1 where size > 2:
        let divisor = 256 - header.little(body, 1)
        let coding: SampleCoding? = header.little(body + 1, 1) == 0 ? .unsignedByte : nil
        return SampleLayout(
          coding, rate: 1_000_000 / max(1, divisor), channels: 1, offset: body + 2,
          declaredLength: size - 2)
      case 9 where size > 12:
        let coding: SampleCoding? =
          switch (header.little(body + 6, 2), header.little(body + 4, 1)) {
          case (0, 8): .unsignedByte
          case (4, 16): .integer(bytes: 2, bigEndian: false)
          case (6, 8): .alaw
          case (7, 8): .mulaw
          default: nil
          }
        return SampleLayout(
          coding, rate: header.little(body, 4), channels: header.little(body + 5, 1),
          offset: body + 12, declaredLength: size - 12)
      case 2...9: offset = body + size
      default: return nil
      }
    }
    return nil
  }
}
