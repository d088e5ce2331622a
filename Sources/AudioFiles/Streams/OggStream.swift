/// Finds the pages of an Ogg file that are whole, by their checks (RFC 3533), and where the sound
/// between the damages belongs, by the positions that pages tell.
struct OggStream {
  private enum Codec {
    case vorbis
    case opus(skipped: Int)
    /// One whose pieces cannot be decoded apart.
    case other

    /// The packets before the sound.
    var headers: Int {
      switch self {
      case .vorbis: 3
      case .opus: 2
      case .other: 0
      }
    }
  }

  private struct Section {
    var bytes: [Range<Int>]
    /// The position that the last page with one tells.
    var end: Int?
    /// Whether nothing is missing before it.
    var isFirst: Bool
  }

  private let stream: ByteStream
  private var codec: Codec?
  private var serial = 0
  private var header: [Range<Int>] = []
  /// The packets before the sound that are not complete yet.
  private var headersLeft = 0
  private var rate = 0
  private var sections: [Section] = []
  private var expectedNumber = 0
  private var hasEnd = false
  private var isDamaged = false
  /// Whether there is more in the file than one stream, which is left to the decoder.
  private var isManifold = false

  private static let endFlag: UInt8 = 4
  private static let beginFlag: UInt8 = 2

  /// Maps a file; nil where it is no Ogg of one stream of Vorbis or Opus.
  static func map(_ stream: ByteStream) -> StreamMap? {
    guard let length = stream.length else { return nil }
    var ogg = OggStream(stream: stream)
    ogg.scan(length)
    return ogg.map()
  }

  private init(stream: ByteStream) { self.stream = stream }

  private mutating func scan(_ length: Int) {
    StreamScan.run(stream, 0..<length) { bytes, offset, isLast in
      var place = 0
      while place < bytes.count, !isManifold {
        if let page = OggPage(bytes, at: place) {
          guard place + page.length <= bytes.count else {
            if isLast { isDamaged = true }
            // A page that breaks off, or goes on behind what is seen.
            if !isLast { break }
            place = next(bytes, after: place)
            continue
          }
          if page.isWhole(bytes, at: place) {
            take(page, bytes, at: place, offset)
            place += page.length
            continue
          }
        }
        if !isLast, bytes.count - place < OggPage.longestHead { break }
        if codec != nil { isDamaged = true }
        place = next(bytes, after: place)
      }
      return isManifold ? 0 : min(place, bytes.count)
    }
  }

  private func next(_ bytes: UnsafeRawBufferPointer, after place: Int) -> Int {
    var place = place + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "O") { place += 1 }
    return place
  }

  private mutating func take(
    _ page: OggPage, _ bytes: UnsafeRawBufferPointer, at place: Int, _ offset: Int
  ) {
    let range = offset + place..<offset + place + page.length
    if codec == nil {
      guard page.flags & Self.beginFlag != 0, begin(page, bytes, at: place) else {
        isManifold = true
        return
      }
      header = [range]
      serial = page.serial
      headersLeft -= page.packets
      expectedNumber = page.number + 1
      return
    }
    guard page.serial == serial, page.flags & Self.beginFlag == 0 else {
      isManifold = true
      return
    }
    if headersLeft > 0 {
      header.append(range)
      headersLeft -= page.packets
    } else if page.number == expectedNumber, let last = sections.indices.last {
      let follows = sections[last].bytes.last?.upperBound == range.lowerBound
      if follows, let start = sections[last].bytes.last?.lowerBound {
        sections[last].bytes[sections[last].bytes.count - 1] = start..<range.upperBound
      } else {
        sections[last].bytes.append(range)
      }
      sections[last].end = page.position ?? sections[last].end
    } else {
      if page.number != expectedNumber { isDamaged = true }
      let isFirst = sections.isEmpty && page.number == expectedNumber
      sections.append(Section(bytes: [range], end: page.position, isFirst: isFirst))
    }
    expectedNumber = page.number + 1
    hasEnd = page.flags & Self.endFlag != 0
  }

  /// Recognises the codec by the first packet.
  private mutating func begin(
    _ page: OggPage, _ bytes: UnsafeRawBufferPointer, at place: Int
  ) -> Bool {
    let body = UnsafeRawBufferPointer(
      rebasing: bytes[(place + page.headLength)..<(place + page.length)])
    func number(_ start: Int, _ count: Int) -> Int {
      start + count <= body.count
        ? body[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) } : 0
    }
    if body.starts(with: [1] + Array("vorbis".utf8)) {
      codec = .vorbis
      rate = number(12, 4)
    } else if body.starts(with: "OpusHead".utf8) {
      codec = .opus(skipped: number(10, 2))
      // Positions count 48 kHz whatever the rate was before encoding.
      rate = 48_000
    } else {
      codec = .other
      rate = 1
    }
    headersLeft = codec?.headers ?? 0
    return rate > 0
  }

  private func map() -> StreamMap? {
    guard !isManifold, let codec, headersLeft <= 0 else { return nil }
    let known = sections.filter { $0.end != nil }
    guard !known.isEmpty else { return nil }
    var map = StreamMap()
    if !hasEnd { map.repairs.append(.brokenOff) }
    map.isWhole = !isDamaged
    if case .other = codec { map.isWhole = true }
    var behind = 0
    // libsndfile leaves the last samples of a piece unread, as many as are skipped of the first.
    if case .opus(let skipped) = codec { behind = 2 * skipped }
    for section in known {
      let end = max(0, (section.end ?? 0) - behind)
      map.sections.append(
        StreamSection(
          pieces: (header + section.bytes).map { .stream(offset: $0.lowerBound, count: $0.count) },
          start: section.isFirst ? .frame(0) : .before(end, rate: rate)))
    }
    return map
  }
}
