extension SampleLayout {
  /// Reads the header of a format whose missing or surplus end libsndfile passes over; nil for
  /// others, and where the header makes no sense.
  static func read(from stream: ByteStream, beginning: [UInt8]) -> SampleLayout? {
    func begins(_ text: String) -> Bool { beginning.starts(with: text.utf8) }
    let header = HeaderBytes(stream)
    let layout: SampleLayout? =
      if begins("FORM") {
        interchange(header)
      } else if begins("riff") {
        wave64(header)
      } else if begins(".snd") || begins("dns.") {
        sun(header)
      } else if begins("caff") {
        coreAudio(header)
      } else if begins("NIST_1A") {
        sphere(header)
      } else if begins("Creative Voi") {
        voice(header)
      } else if begins("2BIT") {
        avr(header)
      } else if begins("ALawSoundFil") {
        psion(header)
      } else if begins("MATLAB") {
        matlab(header)
      } else if beginning.starts(with: [0xF0, 0x7E]) {
        sampleDump(header)
      } else if beginning.starts(with: [1, 4]) {
        akai(header)
      } else if beginning.starts(with: [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]) {
        octave(header, isBigEndian: false)
      } else if beginning.starts(with: [0, 0, 3, 0xE8, 0, 0, 0, 1, 0, 0, 0, 1]) {
        octave(header, isBigEndian: true)
      } else {
        nil
      }
    guard let layout, let length = stream.length, layout.offset <= length, layout.rate > 0,
      SoundFile.channelCounts.contains(layout.channels)
    else { return nil }
    return layout
  }
}

/// The numbers in a header; 0 for what lies behind the end.
struct HeaderBytes {
  private let stream: ByteStream

  init(_ stream: ByteStream) { self.stream = stream }

  /// The length of the file.
  var length: Int { stream.length ?? 0 }

  /// The bytes at an offset, fewer at the end.
  func bytes(_ offset: Int, _ count: Int) -> [UInt8] {
    offset < 0 || offset > length ? [] : stream.bytes(at: offset, count: count)
  }

  /// The number that so many bytes at an offset spell, high byte first.
  func big(_ offset: Int, _ count: Int) -> Int {
    WaveHeader.number(bytes(offset, count)[...], isBigEndian: true)
  }

  /// The number that so many bytes at an offset spell, low byte first.
  func little(_ offset: Int, _ count: Int) -> Int {
    WaveHeader.number(bytes(offset, count)[...], isBigEndian: false)
  }

  /// The text at an offset.
  func text(_ offset: Int, _ count: Int) -> String {
    String(decoding: bytes(offset, count), as: UTF8.self)
  }

  /// Where the body of each chunk begins and how long it says it is, by name; the first of each.
  func chunks(_ style: ChunkStyle, from start: Int) -> [String: (offset: Int, size: Int)] {
    var found: [String: (offset: Int, size: Int)] = [:]
    var offset = start
    for _ in 0..<1000 where offset < length {
      guard let chunk = style.read(bytes(offset, style.headLength)) else { break }
      let body = offset + style.headLength
      if found[chunk.name] == nil { found[chunk.name] = (body, chunk.size) }
      offset = body + chunk.padded
    }
    return found
  }
}
