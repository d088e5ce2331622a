/// What a header says of its samples: where they lie, how many, and in what pieces.
struct SampleLayout: Equatable {
  /// How single samples are written; nil where they come in coded blocks.
  var coding: SampleCoding?
  /// The sample rate in hertz.
  var rate: Int
  /// The interleaved channels.
  var channels: Int
  /// The bytes of a block, the smallest piece that can be decoded: one frame for plain samples.
  var blockLength: Int
  /// The frames in a block; nil where blocks vary or are not known.
  var framesPerBlock: Int?
  /// Where the samples begin.
  var offset: Int
  /// How many bytes of samples the header declares; nil where it does not say.
  var declaredLength: Int?
  /// Sizes from here on mean that the writer did not know.
  var placeholder: Int = Int.max
  /// What may follow the samples.
  var chunks: ChunkStyle?

  /// Creates the layout of plain samples.
  init(
    _ coding: SampleCoding?, rate: Int, channels: Int, offset: Int, declaredLength: Int?,
    placeholder: Int = Int.max, chunks: ChunkStyle? = nil
  ) {
    self.coding = coding
    self.rate = rate
    self.channels = channels
    blockLength = max(1, (coding?.length ?? 1) * channels)
    framesPerBlock = coding == nil ? nil : 1
    self.offset = offset
    self.declaredLength = declaredLength
    self.placeholder = placeholder
    self.chunks = chunks
  }

  /// Creates the layout of a WAV.
  init(_ header: WaveHeader) {
    self.init(
      SampleCoding(header), rate: header.rate, channels: header.channels,
      offset: header.dataOffset, declaredLength: header.declaredLength,
      placeholder: header.isLarge ? SampleExtent.longPlaceholder : SampleExtent.placeholder,
      chunks: header.isBigEndian ? .iff : .riff)
    blockLength = header.blockLength
    framesPerBlock = header.framesPerBlock
  }

  /// The bytes without a piece of a block at their end.
  func whole(_ length: Int) -> Int {
    framesPerBlock == nil ? length : length - length % blockLength
  }

  /// The frames in so many bytes; nil where only decoding tells.
  func frames(in length: Int) -> Int? { framesPerBlock.map { length / blockLength * $0 } }
}

/// How the chunks of a file are written: a name of four letters and a size.
enum ChunkStyle {
  /// Four bytes of size, low byte first, padded to an even length.
  case riff
  /// Four bytes of size, high byte first, padded to an even length.
  case iff
  /// Eight bytes of size, high byte first, not padded.
  case caf
  /// A name of 16 bytes, eight bytes of size that count the head too, padded to eight.
  case wave64

  /// The bytes of name and size.
  var headLength: Int {
    switch self {
    case .riff, .iff: 8
    case .caf: 12
    case .wave64: 24
    }
  }

  /// The name, and the bytes from the end of the head to the next chunk; nil for what is no head.
  func read(_ head: [UInt8]) -> (name: String, size: Int, padded: Int)? {
    guard head.count == headLength, head.prefix(4).allSatisfy({ (32..<127).contains($0) }) else {
      return nil
    }
    let nameLength = self == .wave64 ? 16 : 4
    var size = WaveHeader.number(head[nameLength...], isBigEndian: self == .iff || self == .caf)
    if self == .wave64 { size -= headLength }
    guard size >= 0, size < 1 << 56 else { return nil }
    let padding = self == .wave64 ? (8 - size % 8) % 8 : self == .caf ? 0 : size % 2
    return (String(decoding: head.prefix(4), as: UTF8.self), size, size + padding)
  }
}
