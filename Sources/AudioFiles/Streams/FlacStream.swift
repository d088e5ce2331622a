/// Finds the frames of a FLAC file that are whole, by their checks, and where each belongs.
///
/// A frame tells the number of its first sample, so that times behind a damage are right.
struct FlacStream {
  private let stream: ByteStream
  /// The block of the header that says what the samples are.
  private let streamInfo: [UInt8]
  private let blockSize: Int
  private let channels: Int
  private let bits: Int
  private let rate: Int
  /// The frames that the header declares; 0 where it says nothing.
  private let declared: Int
  /// Where frames begin by the lengths of the blocks before them.
  private let begins: Int
  private let firstBlockEnd: Int
  private var sections: [Section] = []
  /// How much later a number counts than its frame is, after files that were joined.
  private var shift = 0

  private struct Section {
    var bytes: Range<Int>
    var samples: Range<Int>
  }

  /// Maps a file; nil where it is no FLAC, or its header is damaged.
  static func map(_ stream: ByteStream) -> StreamMap? {
    guard let length = stream.length, var flac = FlacStream(stream) else { return nil }
    // From behind the first block: the lengths of the others may be damaged.
    flac.scan(min(flac.firstBlockEnd, length)..<length)
    return flac.map(length)
  }

  private init?(_ stream: ByteStream) {
    let header = HeaderBytes(stream)
    var offset = Self.taggedStart(header)
    guard header.text(offset, 4) == "fLaC" else { return nil }
    offset += 4
    guard header.little(offset, 1) & 0x7F == 0, header.big(offset + 1, 3) >= 34 else { return nil }
    let info = header.bytes(offset + 4, 34)
    guard info.count == 34 else { return nil }
    streamInfo = info
    firstBlockEnd = offset + 4 + header.big(offset + 1, 3)
    while offset + 4 <= header.length {
      let isLast = header.little(offset, 1) & 0x80 != 0
      offset += 4 + header.big(offset + 1, 3)
      if isLast { break }
    }
    self.stream = stream
    begins = offset
    blockSize = Int(info[2]) << 8 | Int(info[3])
    let packed = WaveHeader.number(info[10..<18], isBigEndian: true)
    rate = packed >> 44 & 0xF_FFFF
    channels = packed >> 41 & 7 + 1
    bits = packed >> 36 & 31 + 1
    declared = packed & 0xF_FFFF_FFFF
  }

  /// Where the stream begins behind tags that stand before it.
  private static func taggedStart(_ header: HeaderBytes) -> Int {
    guard header.text(0, 3) == "ID3" else { return 0 }
    return 10 + header.bytes(6, 4).reduce(0) { $0 << 7 | Int($1 & 0x7F) }
  }

  private mutating func scan(_ range: Range<Int>) {
    StreamScan.run(stream, range) { bytes, offset, isLast in
      var place = 0
      while place < bytes.count {
        guard let frame = head(bytes, at: place) else {
          if !isLast, bytes.count - place < FlacFrame.longestHead { break }
          place = next(bytes, after: place)
          continue
        }
        guard let end = end(of: frame, at: place, bytes, isLast) else {
          // It may go on behind what is seen.
          let isCut = !isLast && bytes.count - place < min(frame.longest, StreamScan.window)
          if isCut { break }
          place = next(bytes, after: place)
          continue
        }
        take(frame, offset + place..<offset + end)
        place = end
      }
      return min(place, bytes.count)
    }
  }

  /// A head that fits the stream.
  private func head(_ bytes: UnsafeRawBufferPointer, at place: Int) -> FlacFrame? {
    guard let frame = FlacFrame(bytes, at: place), frame.channels == channels,
      frame.bits == 0 || frame.bits == bits
    else { return nil }
    return frame
  }

  /// The next place behind one where a frame may begin.
  private func next(_ bytes: UnsafeRawBufferPointer, after place: Int) -> Int {
    var place = place + 1
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] & 0xFE == 0xF8 { return place }
      place += 1
    }
    return place
  }

  /// Where a frame ends, so that its check is right: at the next head, or at the end of the file.
  private func end(
    of frame: FlacFrame, at start: Int, _ bytes: UnsafeRawBufferPointer, _ isLast: Bool
  ) -> Int? {
    let limit = min(bytes.count, start + frame.longest)
    return Checksum.word.withUnsafeBufferPointer { table in
      var sum: UInt16 = 0
      var place = start
      while place < limit {
        let byte = bytes[place]
        if sum == 0, byte == 0xFF, place > start + frame.length, head(bytes, at: place) != nil {
          return place
        }
        if sum == 0, byte == 0x54 || byte == 0x41 || byte == 0x66, place > start + frame.length,
          Self.isEnd(bytes, at: place, isLast)
        {
          return place
        }
        sum = sum << 8 ^ table[Int(UInt8(truncatingIfNeeded: sum >> 8) ^ byte)]
        place += 1
      }
      return isLast && place == bytes.count && sum == 0 ? place : nil
    }
  }

  /// Whether tags stand at a place, or the beginning of a file that was joined to this one.
  private static func isEnd(
    _ bytes: UnsafeRawBufferPointer, at place: Int, _ isLast: Bool
  ) -> Bool {
    let rest = bytes[place...]
    return rest.starts(with: "APETAGEX".utf8) || rest.starts(with: "fLaC".utf8)
      || isLast && rest.count == 128 && rest.starts(with: "TAG".utf8)
  }

  private mutating func take(_ frame: FlacFrame, _ bytes: Range<Int>) {
    let expected = sections.last?.samples.upperBound ?? 0
    var number = frame.isVariable ? frame.number : frame.number * blockSize
    number += shift
    if sections.isEmpty, bytes.lowerBound == begins || declared == 0 {
      // A piece of a longer stream counts from where it was cut out.
      shift = -number
      number = 0
    } else if number < expected || !isPossible(number + frame.blockSize, bytes.lowerBound) {
      shift += expected - number
      number = expected
    }
    let samples = number..<number + frame.blockSize
    if let last = sections.last, last.bytes.upperBound == bytes.lowerBound,
      last.samples.upperBound == number
    {
      sections[sections.count - 1] = Section(
        bytes: last.bytes.lowerBound..<bytes.upperBound,
        samples: last.samples.lowerBound..<samples.upperBound)
    } else {
      sections.append(Section(bytes: bytes, samples: samples))
    }
  }

  /// Whether a stretch may end at a sample: within the declared, or for want of that within an hour
  /// of what was there, or as far as the bytes between may reach.
  private func isPossible(_ end: Int, _ offset: Int) -> Bool {
    if declared > 0, end <= declared { return true }
    let last = sections.last
    let between = offset - (last?.bytes.upperBound ?? begins)
    let possible = max(3600 * rate, between / 12 * max(blockSize, 1))
    return declared == 0 && end - (last?.samples.upperBound ?? 0) <= possible
      || end - (last?.samples.upperBound ?? 0) <= max(blockSize, 65_535)
  }

  private func map(_ length: Int) -> StreamMap? {
    guard let last = sections.last else { return nil }
    var map = StreamMap()
    let end = last.samples.upperBound
    let behind = length - last.bytes.upperBound
    map.frames = declared > end ? declared : end
    if declared > 0, end > declared {
      map.repairs.append(.continued(declared: declared, present: end))
    } else if behind >= 1024, declared == 0 {
      map.repairs.append(.brokenOff)
    } else if behind >= 1024, declared == end, !isTagged(last.bytes.upperBound) {
      map.repairs.append(.foreignBytes(behind))
    }
    map.sections = sections.map { section in
      StreamSection(
        pieces: [
          .literal(header(samples: section.samples.count)),
          .stream(offset: section.bytes.lowerBound, count: section.bytes.count),
        ], start: .frame(section.samples.lowerBound))
    }
    map.isWhole =
      sections.count == 1 && last.samples.lowerBound == 0 && last.bytes.lowerBound == begins
      && map.repairs.isEmpty && declared > 0
    return map
  }

  private func isTagged(_ offset: Int) -> Bool {
    HeaderBytes(stream).text(offset, 8) == "APETAGEX"
  }

  /// A header that declares so many samples, without their checksum.
  private func header(samples: Int) -> [UInt8] {
    var info = streamInfo
    info[13] = info[13] & 0xF0 | UInt8(truncatingIfNeeded: samples >> 32 & 15)
    for index in 0..<4 { info[14 + index] = UInt8(truncatingIfNeeded: samples >> (24 - 8 * index)) }
    for index in 18..<34 { info[index] = 0 }
    return Array("fLaC".utf8) + [0x80, 0, 0, 34] + info
  }
}
