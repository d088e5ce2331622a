/// Finds the frames of MPEG audio, and how many are missing where the chain of them breaks.
///
/// No frame tells its number. How many are missing follows from the bytes between where all frames
/// have the same rate of bits, and from the index where there is one; else it is an estimate.
struct MpegStream {
  private let stream: ByteStream
  private let range: Range<Int>
  private var kind: MpegFrame.Kind?
  private var index: MpegIndex?
  private var head: [UInt8] = []
  private var sections: [Section] = []
  private var bytesOfFrames = 0
  private var shortest = Int.max
  private var longest = 0
  /// The bytes behind the last frame that are neither frame nor tag.
  private var behind = 0
  /// Whether the last frame breaks off.
  private var isCut = false
  /// The bytes in which the search for the first frame is given up.
  private static let longestSearch = 1 << 16
  private static let chain = 3

  private struct Section {
    var bytes: Range<Int>
    var frames = 0
    /// The bytes before it in which frames are missing.
    var missing = 0
    /// The frames at the beginning that need the bytes of frames before them.
    var unready = 0
    /// The bytes of sound in the frames so far.
    var stored = 0
    var isReady = false
  }

  /// Maps a stream in a range of a file; nil where it holds no chain of frames.
  static func map(_ stream: ByteStream, _ range: Range<Int>) -> StreamMap? {
    var mpeg = MpegStream(stream: stream, range: range)
    mpeg.scan()
    return mpeg.map()
  }

  private init(stream: ByteStream, range: Range<Int>) {
    self.stream = stream
    self.range = range
  }

  private mutating func scan() {
    var end = range.lowerBound
    var isOver = false
    StreamScan.run(stream, range) { bytes, offset, isLast in
      var place = 0
      while !isOver, place < bytes.count {
        if let frame = MpegFrame(bytes, at: place), kind == nil || frame.kind == kind {
          guard place + frame.length <= bytes.count else {
            guard isLast else { break }
            isOver = true
            isCut = true
            behind = bytes.count - place
            break
          }
          let isNew = end != offset + place || sections.isEmpty
          if !isNew || isChain(bytes, from: place, isLast) {
            take(frame, bytes, at: place, offset, after: end)
            place += frame.length
            end = offset + place
            continue
          }
        }
        if let tag = tag(bytes, at: place) {
          // Tags stand between frames and take none of their time.
          if end == offset + place { end += tag }
          place += tag
          continue
        }
        if sections.isEmpty, offset + place - range.lowerBound > Self.longestSearch {
          isOver = true
          break
        }
        // A chain that goes on behind what is seen is looked at again.
        if !isLast, bytes.count - place < 1 << 15 { break }
        place = next(bytes, after: place)
      }
      return isOver ? 0 : min(place, bytes.count)
    }
    if !isOver { behind = range.upperBound - end }
  }

  private func next(_ bytes: UnsafeRawBufferPointer, after place: Int) -> Int {
    var place = place + 1
    while place < bytes.count, bytes[place] != 0xFF, bytes[place] != 0x49, bytes[place] != 0x54,
      bytes[place] != 0x41
    {
      place += 1
    }
    return place
  }

  /// The length of a tag at a place; nil where there is none.
  private func tag(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
    let rest = bytes[place...]
    if rest.count >= 10, rest.starts(with: "ID3".utf8) {
      let size = rest[(place + 6)..<(place + 10)].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
      return min(10 + size, rest.count)
    }
    if rest.count == 128, rest.starts(with: "TAG".utf8) { return 128 }
    if rest.count < 1 << 20, rest.starts(with: "APETAGEX".utf8) { return rest.count }
    return nil
  }

  /// Whether frames follow one another from a place on.
  private func isChain(_ bytes: UnsafeRawBufferPointer, from start: Int, _ isLast: Bool) -> Bool {
    var place = start
    var first: MpegFrame.Kind?
    for _ in 0..<Self.chain {
      if isLast, place == bytes.count || tag(bytes, at: place) != nil { return first != nil }
      guard let frame = MpegFrame(bytes, at: place), first == nil || frame.kind == first else {
        return false
      }
      first = frame.kind
      place += frame.length
    }
    return true
  }

  private mutating func take(
    _ frame: MpegFrame, _ bytes: UnsafeRawBufferPointer, at place: Int, _ offset: Int,
    after end: Int
  ) {
    let start = offset + place
    if kind == nil {
      kind = frame.kind
      head = Array(bytes[place..<place + MpegFrame.headLength])
      sections.append(Section(bytes: start..<start + frame.length))
      if let index = MpegIndex(bytes, at: place, frame) {
        self.index = index
        return
      }
    } else if end != start {
      sections.append(Section(bytes: start..<start, missing: start - end))
    }
    var section = sections.removeLast()
    section.bytes = section.bytes.lowerBound..<start + frame.length
    section.frames += 1
    if frame.kind.layer == 3, !section.isReady {
      // Sound may begin in frames before, and so many bytes back.
      let side = place + MpegFrame.headLength + (frame.isChecked ? 2 : 0)
      let back =
        frame.kind.version == 3
        ? Int(bytes[side]) << 1 | Int(bytes[side + 1] >> 7) : Int(bytes[side])
      section.isReady = back <= section.stored
      if !section.isReady { section.unready += 1 }
      section.stored += max(0, frame.length - MpegFrame.headLength - frame.sideLength)
    }
    sections.append(section)
    bytesOfFrames += frame.length
    shortest = min(shortest, frame.length)
    longest = max(longest, frame.length)
  }

  private func map() -> StreamMap? {
    guard let kind, sections.contains(where: { $0.frames > 0 }) else { return nil }
    let found = sections.reduce(0) { $0 + $1.frames }
    let samples = kind.layer == 1 ? 384 : kind.layer == 2 || kind.version == 3 ? 1152 : 576
    let gaps = missingFrames(found)
    let total = found + gaps.reduce(0) { $0 + $1.frames }
    var map = StreamMap()
    map.uncertainty = gaps.reduce(0) { $0 + $1.uncertainty } * samples
    let declared = index?.frames ?? 0
    let end = max(total, declared) * samples
    // Without a word of the encoder's delay, a decoder still leaves out its own.
    let trimmed = kind.layer == 3 ? MpegIndex.decoderDelay : 0
    let delay = max(index?.delay ?? 0, trimmed)
    let padding = declared == max(total, declared) ? index?.padding ?? 0 : 0
    map.frames = max(0, end - delay - padding)
    if declared > 0, total > declared + 1 {
      map.repairs.append(
        .continued(declared: declared * samples - delay, present: end - delay))
    } else if isCut, declared == 0 {
      map.repairs.append(.brokenOff)
    } else if !isCut, behind >= 1024 {
      map.repairs.append(.foreignBytes(behind))
    }
    let isIndexed = declared > 0 && map.repairs.isEmpty
    var number = 0
    for (place, (section, gap)) in zip(sections, gaps).enumerated() {
      number += gap.frames
      // The first one has its index, unless that is wrong.
      let isFirst = place == 0
      let hasIndex = isFirst && isIndexed
      guard let pieces = pieces(of: section, isIndexed: hasIndex) else { continue }
      // The index of ours tells nothing of the encoder's delay, which the first sound begins with.
      let start = hasIndex ? 0 : number * samples - (delay - trimmed)
      map.sections.append(
        StreamSection(
          pieces: pieces, start: .frame(start),
          skipped: isFirst ? max(0, -start) : section.unready * samples))
      number += section.frames
    }
    let isConstant = longest - shortest <= 4
    map.isWhole =
      sections.count == 1 && map.repairs.isEmpty && (declared > 0 || isConstant)
      && range.lowerBound == 0
    return map
  }

  private func pieces(of section: Section, isIndexed: Bool) -> [SampleFile.Piece]? {
    guard section.frames > 0 else { return nil }
    let sound = SampleFile.Piece.stream(
      offset: section.bytes.lowerBound, count: section.bytes.count)
    if isIndexed || kind?.layer != 3 { return [sound] }
    var bytes = section.bytes
    if index != nil, section.bytes.lowerBound == sections[0].bytes.lowerBound {
      // The index that is wrong is left out.
      let head = self.head.withUnsafeBytes { MpegFrame($0, at: 0) }
      bytes = bytes.lowerBound + (head?.length ?? 0)..<bytes.upperBound
    }
    guard let frame = MpegIndex.frame(telling: section.frames, like: head) else { return [sound] }
    return [.literal(frame), .stream(offset: bytes.lowerBound, count: bytes.count)]
  }

  /// The frames that are missing before each section, and by how many that may be wrong.
  private func missingFrames(_ found: Int) -> [(frames: Int, uncertainty: Int)] {
    let mean = Double(bytesOfFrames) / Double(max(found, 1))
    let isConstant = longest - shortest <= 4
    let broken = sections.filter { $0.missing > 0 }
    let declared = index?.frames ?? 0
    return sections.map { section in
      guard section.missing > 0 else { return (0, 0) }
      let estimate = Int((Double(section.missing) / mean).rounded())
      if isConstant { return (estimate, 0) }
      let most = section.missing / max(shortest, 1)
      let least = section.missing / max(longest, 1)
      if broken.count == 1, behind < longest, declared > found {
        let exact = declared - found
        if (least...most + 1).contains(exact) { return (exact, 0) }
      }
      return (estimate, max(most - estimate, estimate - least))
    }
  }
}
