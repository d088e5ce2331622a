extension WaveHeader {
  /// Reads the chunks up to the samples; nil where the bytes do not begin as a WAV.
  ///
  /// A pipe is left at the first sample. `start` is where the WAV begins, other than 0 for one that
  /// another was joined to.
  static func read(
    from stream: ByteStream, beginning: [UInt8], at start: Int = 0
  ) throws(AudioFileError) -> WaveHeader? {
    guard beginning.count >= 4 else { return nil }
    let form = beginning.prefix(4)
    let isBigEndian = form.elementsEqual("RIFX".utf8)
    let isLarge = form.elementsEqual("RF64".utf8) || form.elementsEqual("BW64".utf8)
    guard isBigEndian || isLarge || form.elementsEqual("RIFF".utf8) else { return nil }
    guard beginning.count == 12 else { throw damaged(stream, "is cut short") }
    guard beginning.suffix(4).elementsEqual("WAVE".utf8) else { return nil }

    var header: WaveHeader?
    var longLength = 0
    var offset = start + 12
    // A recording has a few chunks; the bound ends files that are made of empty ones.
    for _ in 0..<10_000 {
      let chunk = stream.bytes(at: offset, count: 8)
      guard chunk.count == 8 else { throw damaged(stream, "ends before the samples") }
      let size = number(chunk[4..<8], isBigEndian: isBigEndian)
      offset += 8
      let name = chunk.prefix(4)
      guard name.allSatisfy({ $0 >= 32 && $0 < 127 }) else {
        throw damaged(stream, "has a chunk without a name")
      }
      if name.elementsEqual("data".utf8) {
        guard var header else { throw damaged(stream, "has no format chunk before the samples") }
        header.dataOffset = offset
        header.declaredLength = isLarge && size == 0xFFFF_FFFF ? longLength : size
        return header
      }
      var taken = 0
      if name.elementsEqual("fmt ".utf8) || isLarge && name.elementsEqual("ds64".utf8) {
        let body = stream.bytes(at: offset, count: min(size, 4096))
        guard body.count == min(size, 4096) else { throw damaged(stream, "is cut short") }
        taken = body.count
        if name.first == UInt8(ascii: "f") {
          header = WaveHeader(formatChunk: body, isBigEndian: isBigEndian, isLarge: isLarge)
          guard header != nil else { throw damaged(stream, "has an invalid format chunk") }
        } else if body.count >= 16 {
          longLength = number(body[8..<16], isBigEndian: false)
        }
      }
      // Chunks begin at even offsets.
      offset += size + size % 2
      guard taken == size && size % 2 == 0 || stream.skip(to: offset) else {
        throw damaged(stream, "ends before the samples")
      }
    }
    throw damaged(stream, "never gets to the samples")
  }

  private static func damaged(_ stream: ByteStream, _ problem: String) -> AudioFileError {
    if stream.failure != 0 { return .reading(stream.name, stream.failure) }
    return AudioFileError(
      .damagedHeader, at: stream.name, problem: "the WAV header \(problem)",
      remedy: "get the recording again")
  }
}

extension ByteStream {
  /// The bytes at an offset; fewer at the end.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = read(at: offset, into: base, count: count)
    }
  }
}
