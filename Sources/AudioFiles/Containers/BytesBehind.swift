/// What lies behind the samples that a header declares: chunks, more samples, or something else.
struct BytesBehind: Equatable {
  /// Samples in chunks of their own, or of a recording that was joined to this one.
  private(set) var samples: [Range<Int>] = []
  /// What belongs to no chunk.
  private(set) var rest: Range<Int>
  /// Whether the rest is sound as the samples are.
  private(set) var isSound = false

  /// A recording has a few chunks; the bound ends files that are made of empty ones.
  private static let mostChunks = 10_000

  /// Looks at what follows the samples that end at an offset; nil for the header of what is no WAV.
  init(_ layout: SampleLayout, at end: Int, of stream: ByteStream, header: WaveHeader?) {
    let fileLength = stream.length ?? end
    rest = min(end, fileLength)..<fileLength
    guard let style = layout.chunks else {
      isSound = SoundJudge.hears(layout, in: rest, of: stream)
      return
    }
    // A chunk begins at an even offset, or where a careless writer has left out the padding.
    let isEven = (end - layout.offset) % 2 == 0
    for offset in isEven || style == .caf ? [end] : [end + 1, end] {
      walk(style, from: offset, fileLength, layout, stream, header)
      if rest.isEmpty || !samples.isEmpty { return }
    }
    isSound = SoundJudge.hears(layout, in: rest, of: stream)
  }

  /// Walks from chunk to chunk as far as they fit.
  private mutating func walk(
    _ style: ChunkStyle, from start: Int, _ fileLength: Int, _ layout: SampleLayout,
    _ stream: ByteStream, _ header: WaveHeader?
  ) {
    var offset = start
    for _ in 0..<Self.mostChunks where offset + style.headLength <= fileLength {
      if let header, let joined = Self.joined(to: header, at: offset, of: stream) {
        let length = min(joined.declaredLength, fileLength - joined.dataOffset)
        samples.append(joined.dataOffset..<joined.dataOffset + layout.whole(length))
        offset = joined.dataOffset + length
        continue
      }
      guard let chunk = style.read(stream.bytes(at: offset, count: style.headLength)) else { break }
      let body = offset + style.headLength
      if chunk.name == "data" {
        let length = layout.whole(min(chunk.size, fileLength - body))
        if length > 0 { samples.append(body..<body + length) }
      } else if chunk.size > fileLength - body {
        break
      }
      offset = body + chunk.padded
    }
    if offset != start { rest = min(offset, fileLength)..<fileLength }
    // Less than the head of a chunk is nothing.
    if offset != start, rest.count < style.headLength { rest = fileLength..<fileLength }
  }

  /// The header of a WAV of the same format that begins at an offset.
  private static func joined(
    to header: WaveHeader, at offset: Int, of stream: ByteStream
  ) -> WaveHeader? {
    let beginning = stream.bytes(at: offset, count: 12)
    guard beginning.count == 12,
      let other = try? WaveHeader.read(from: stream, beginning: beginning, at: offset),
      other.formatChunk == header.formatChunk, other.isBigEndian == header.isBigEndian
    else { return nil }
    return other
  }
}
