extension SampleLayout {
  /// AIFF, AIFF-C and Amiga's 8SVX and 16SV, all in the chunks of IFF.
  static func interchange(_ header: HeaderBytes) -> SampleLayout? {
    let form = header.text(8, 4)
    let chunks = header.chunks(.iff, from: 12)
    if form == "8SVX" || form == "16SV" {
      guard let voice = chunks["VHDR"], let body = chunks["BODY"] else { return nil }
      let bytes = form == "8SVX" ? 1 : 2
      return SampleLayout(
        .integer(bytes: bytes, bigEndian: true), rate: header.big(voice.offset + 12, 2),
        channels: 1, offset: body.offset, declaredLength: body.size,
        placeholder: SampleExtent.placeholder, chunks: .iff)
    }
    guard form == "AIFF" || form == "AIFC", let common = chunks["COMM"], let sound = chunks["SSND"]
    else { return nil }
    let bits = header.big(common.offset + 6, 2)
    let isPlain = form == "AIFF" || ["NONE", "twos"].contains(header.text(common.offset + 18, 4))
    let coding: SampleCoding? =
      if isPlain {
        .integer(bytes: (bits + 7) / 8, bigEndian: true)
      } else {
        switch header.text(common.offset + 18, 4) {
        case "sowt": .integer(bytes: (bits + 7) / 8, bigEndian: false)
        case "ulaw", "ULAW": .mulaw
        case "alaw", "ALAW": .alaw
        case "fl32", "FL32": .float(bytes: 4, bigEndian: true)
        case "fl64", "FL64": .float(bytes: 8, bigEndian: true)
        default: nil
        }
      }
    // The rate is an 80 bit number: an exponent of two bytes, and eight of which two suffice here.
    let exponent = header.big(common.offset + 8, 2) & 0x7FFF
    let mantissa = header.big(common.offset + 10, 4)
    let shift = 16383 + 31 - exponent
    guard (0..<32).contains(shift) else { return nil }
    let skipped = 8 + header.big(sound.offset, 4)
    guard skipped <= sound.size else { return nil }
    return SampleLayout(
      coding, rate: mantissa >> shift, channels: header.big(common.offset, 2),
      offset: sound.offset + skipped, declaredLength: sound.size - skipped,
      placeholder: SampleExtent.placeholder, chunks: .iff)
  }

  /// Sony's Wave64: the chunks of WAV with sizes of eight bytes.
  static func wave64(_ header: HeaderBytes) -> SampleLayout? {
    let chunks = header.chunks(.wave64, from: 40)
    guard let format = chunks["fmt "], let data = chunks["data"],
      let wave = WaveHeader(
        formatChunk: header.bytes(format.offset, min(format.size, 4096)), isBigEndian: false,
        isLarge: true)
    else { return nil }
    var layout = SampleLayout(wave)
    layout.offset = data.offset
    layout.declaredLength = data.size
    layout.chunks = .wave64
    return layout
  }

  /// Sun's and NeXT's AU.
  static func sun(_ header: HeaderBytes) -> SampleLayout? {
    let isBig = header.text(0, 4) == ".snd"
    func number(_ offset: Int) -> Int {
      isBig ? header.big(offset, 4) : header.little(offset, 4)
    }
    let coding: SampleCoding? =
      switch number(12) {
      case 1: .mulaw
      case 2...5: .integer(bytes: number(12) - 1, bigEndian: isBig)
      case 6: .float(bytes: 4, bigEndian: isBig)
      case 7: .float(bytes: 8, bigEndian: isBig)
      case 27: .alaw
      default: nil
      }
    let size = number(8)
    return SampleLayout(
      coding, rate: number(16), channels: number(20), offset: number(4),
      declaredLength: size == 0xFFFF_FFFF ? nil : size, placeholder: SampleExtent.placeholder)
  }

  /// Apple's Core Audio Format.
  static func coreAudio(_ header: HeaderBytes) -> SampleLayout? {
    let chunks = header.chunks(.caf, from: 8)
    guard let format = chunks["desc"] else { return nil }
    var data = chunks["data"]
    if data == nil {
      // A size of -1 stands for up to the end.
      data = unfinishedCoreAudio(header).map { ($0, -1) }
    }
    guard let data else { return nil }
    let flags = header.big(format.offset + 12, 4)
    let bytes = header.big(format.offset + 28, 4) / 8
    let coding: SampleCoding? =
      switch header.text(format.offset + 8, 4) {
      case "lpcm" where flags & 1 == 1: .float(bytes: bytes, bigEndian: flags & 2 == 0)
      case "lpcm": .integer(bytes: bytes, bigEndian: flags & 2 == 0)
      case "ulaw": .mulaw
      case "alaw": .alaw
      default: nil
      }
    let rate = Double(bitPattern: UInt64(header.big(format.offset, 8)))
    guard rate.isFinite, (1...1e6).contains(rate) else { return nil }
    return SampleLayout(
      coding, rate: Int(rate), channels: header.big(format.offset + 24, 4),
      offset: data.offset + 4, declaredLength: data.size < 0 ? nil : max(0, data.size - 4),
      chunks: .caf)
  }

  private static func unfinishedCoreAudio(_ header: HeaderBytes) -> Int? {
    var offset = 8
    for _ in 0..<1000 where offset + 12 <= header.length {
      let isOpen = header.bytes(offset + 4, 8).allSatisfy { $0 == 0xFF }
      if header.text(offset, 4) == "data", isOpen { return offset + 12 }
      let size = header.big(offset + 4, 8)
      guard size < header.length else { return nil }
      offset += 12 + size
    }
    return nil
  }

  /// NIST SPHERE: a header of text, with lines such as `sample_count -i 520000`.
  static func sphere(_ header: HeaderBytes) -> SampleLayout? {
    let lines = header.text(0, 1024).split(separator: "\n")
    guard lines.count > 1, let offset = Int(lines[1].drop { $0 == " " }) else { return nil }
    var fields: [Substring: Substring] = [:]
    for line in lines.dropFirst(2) {
      let words = line.split(separator: " ")
      if words.first == "end_head" { break }
      if words.count == 3 { fields[words[0]] = words[2] }
    }
    func number(_ name: Substring) -> Int? { fields[name].flatMap { Int($0) } }
    guard let rate = number("sample_rate"), let count = number("sample_count"), count >= 0 else {
      return nil
    }
    let channels = number("channel_count") ?? 1
    let bytes = number("sample_n_bytes") ?? 2
    let coding: SampleCoding? =
      switch fields["sample_coding"] ?? "pcm" {
      case "pcm": .integer(bytes: bytes, bigEndian: fields["sample_byte_format"] == "10")
      case "ulaw", "mu-law": .mulaw
      case "alaw": .alaw
      default: nil
      }
    let (samples, overflow) = count.multipliedReportingOverflow(by: max(1, channels * bytes))
    guard !overflow else { return nil }
    return SampleLayout(
      coding, rate: rate, channels: channels, offset: offset, declaredLength: samples)
  }

  /// The AVR of Audio Visual Research.
  static func avr(_ header: HeaderBytes) -> SampleLayout? {
    let channels = header.big(12, 2) == 0 ? 1 : 2
    let bytes = header.big(14, 2) / 8
    let isSigned = header.big(16, 2) != 0
    let coding: SampleCoding? =
      isSigned ? .integer(bytes: bytes, bigEndian: true) : bytes == 1 ? .unsignedByte : nil
    return SampleLayout(
      coding, rate: header.big(22, 4) & 0xFF_FFFF, channels: channels, offset: 128,
      declaredLength: header.big(26, 4) * bytes * channels)
  }

  /// Psion's WVE: A-law at 8 kHz.
  static func psion(_ header: HeaderBytes) -> SampleLayout? {
    SampleLayout(.alaw, rate: 8000, channels: 1, offset: 32, declaredLength: header.big(18, 4))
  }

  /// The MPC 2000 of Akai.
  static func akai(_ header: HeaderBytes) -> SampleLayout? {
    let channels = header.little(21, 1) == 0 ? 1 : 2
    return SampleLayout(
      .integer(bytes: 2, bigEndian: false), rate: header.little(40, 2), channels: channels,
      offset: 42, declaredLength: header.little(30, 4) * 2 * channels)
  }

  /// The MIDI sample dump: packets of 127 bytes, 120 of them samples in pieces of seven bits.
  static func sampleDump(_ header: HeaderBytes) -> SampleLayout? {
    func septets(_ offset: Int) -> Int {
      header.bytes(offset, 3).enumerated().reduce(0) { $0 | Int($1.element) << (7 * $1.offset) }
    }
    let bits = header.little(6, 1)
    let period = septets(7)
    guard (8...28).contains(bits), period > 0 else { return nil }
    let inPacket = 120 / ((bits + 6) / 7)
    var layout = SampleLayout(
      nil, rate: (1_000_000_000 + period / 2) / period, channels: 1, offset: 21,
      declaredLength: (septets(10) + inPacket - 1) / inPacket * 127)
    layout.blockLength = 127
    layout.framesPerBlock = inPacket
    return layout
  }
}
