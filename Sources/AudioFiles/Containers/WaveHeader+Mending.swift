extension WaveHeader {
  /// A header with the same format and sizes that hold, for samples of a length in bytes.
  ///
  /// An unknown length is written as the longest that every reader takes.
  func mended(length: Int?) -> [UInt8] {
    let dataLength = length.map { min($0, 0xFFFF_FF00) } ?? 0x7FFF_FF00
    let format = formatChunk + (formatChunk.count % 2 == 1 ? [0] : [])
    var bytes = Array((isBigEndian ? "RIFX" : "RIFF").utf8)
    bytes += sizeBytes(min(4 + 8 + format.count + 8 + dataLength, 0xFFFF_FFFF))
    bytes += Array("WAVEfmt ".utf8) + sizeBytes(formatChunk.count) + format
    return bytes + Array("data".utf8) + sizeBytes(dataLength)
  }

  private func sizeBytes(_ size: Int) -> [UInt8] {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    return isBigEndian ? bytes.reversed() : bytes
  }
}
