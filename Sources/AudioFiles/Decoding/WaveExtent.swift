/// How much of the declared samples of a WAV are there, and what is wrong with the declaration.
struct WaveExtent: Equatable {
  /// The bytes to read; nil for a pipe that says nothing.
  var length: Int?
  /// What had to be mended.
  var repair: Repair.Kind?

  /// Sizes from here on are what programs write that cannot know the length, or did not finish.
  static let placeholder = 0x7FFF_0000
  /// The same where sizes take 64 bit: a terabyte, a year of a call at 8 kHz.
  static let longPlaceholder = 1 << 40
}

extension WaveExtent {
  /// Compares the header with the bytes behind it.
  ///
  /// A pipe that does not know its length is no fault: it is how every program writes to one.
  init(_ header: WaveHeader, of stream: ByteStream) {
    let declared = header.declaredLength
    let bound = header.isLarge ? WaveExtent.longPlaceholder : WaveExtent.placeholder
    let isPlaceholder = declared == 0 || declared >= bound
    guard let fileLength = stream.length else {
      length = isPlaceholder ? nil : declared
      return
    }
    let present = max(0, fileLength - header.dataOffset)
    if declared == 0 {
      let isFinished = present == 0 || WaveExtent.areChunks(header, stream, fileLength)
      length = isFinished ? 0 : WaveExtent.whole(present, header)
      repair = isFinished ? nil : .unfinishedHeader
    } else if !header.isLarge, present > 0xFFFF_FFFF {
      length = WaveExtent.whole(present, header)
      repair = .unfinishedHeader
    } else if declared > present {
      length = WaveExtent.whole(present, header)
      repair =
        isPlaceholder
        ? .unfinishedHeader
        : WaveExtent.truncation(declared: declared, present: present, header)
    } else {
      // A last block that breaks off holds nothing: some writers count their padding as samples.
      length = WaveExtent.whole(declared, header)
    }
  }

  /// The repair for a recording that ends before its header says so.
  static func truncation(declared: Int, present: Int, _ header: WaveHeader) -> Repair.Kind {
    let frames = header.framesPerBlock ?? 1
    return .truncated(
      declared: declared / header.blockLength * frames,
      present: present / header.blockLength * frames)
  }

  private static func whole(_ length: Int, _ header: WaveHeader) -> Int {
    header.framesPerBlock == nil ? length : length - length % header.blockLength
  }

  /// Whether the bytes from the samples' offset to the end are chunks that fit exactly.
  private static func areChunks(
    _ header: WaveHeader, _ stream: ByteStream, _ fileLength: Int
  ) -> Bool {
    var offset = header.dataOffset
    for _ in 0..<100 where offset + 8 <= fileLength {
      let chunk = stream.bytes(at: offset, count: 8)
      guard chunk.count == 8, chunk.prefix(4).allSatisfy({ $0 >= 32 && $0 < 127 }) else {
        return false
      }
      let size = WaveHeader.number(chunk[4..<8], isBigEndian: header.isBigEndian)
      offset += 8 + size + size % 2
    }
    return offset == fileLength || offset == fileLength + 1
  }
}
