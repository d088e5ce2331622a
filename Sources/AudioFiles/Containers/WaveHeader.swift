/// What the header of a WAV recording says, read from RIFF, RIFX, RF64 or BW64.
///
/// libsndfile refuses headers that a crashed recorder leaves and seeks in pipes, so the chunks up to
/// the samples are read here, and libsndfile gets what they mean.
struct WaveHeader: Equatable {
  /// Whether numbers are written high byte first (RIFX).
  var isBigEndian: Bool
  /// Whether sizes may take 64 bit (RF64, BW64).
  var isLarge: Bool
  /// The body of the format chunk as it stands.
  var formatChunk: [UInt8]
  /// The code of the encoding, for an extensible format the one inside.
  var encoding: Int
  /// The interleaved channels.
  var channels: Int
  /// The sample rate in hertz.
  var rate: Int
  /// The bits of a sample that carry sound.
  var bits: Int
  /// The bytes that a sample takes; 0 where samples come in coded blocks.
  var sampleLength = 0
  /// The bytes of a block, the smallest piece that can be decoded: one frame for PCM.
  var blockLength: Int
  /// The frames in a block; nil for codecs whose blocks vary.
  var framesPerBlock: Int?
  /// Where the samples begin.
  var dataOffset = 0
  /// How many bytes of samples the header declares.
  var declaredLength = 0
}

extension WaveHeader {
  /// Reads the meaning of a format chunk; nil where it is too short or contradicts itself.
  init?(formatChunk body: [UInt8], isBigEndian: Bool, isLarge: Bool) {
    guard body.count >= 14 else { return nil }
    func number(_ offset: Int, _ length: Int) -> Int {
      WaveHeader.number(body[offset..<offset + length], isBigEndian: isBigEndian)
    }
    self.isBigEndian = isBigEndian
    self.isLarge = isLarge
    formatChunk = body
    encoding = number(0, 2)
    channels = number(2, 2)
    rate = number(4, 4)
    blockLength = number(12, 2)
    bits = body.count >= 16 ? number(14, 2) : 0
    if encoding == Encoding.extensible, body.count >= 26 { encoding = number(24, 2) }
    switch encoding {
    case Encoding.pcm, Encoding.float:
      sampleLength = WaveHeader.sampleLength(
        bits: bits, channels: channels, blockLength: blockLength,
        isAgreed: number(8, 4) == rate.multipliedReportingOverflow(by: blockLength).partialValue)
      blockLength = sampleLength * channels
      framesPerBlock = 1
    case Encoding.alaw, Encoding.mulaw:
      // Whatever the header says of their bits, a sample is a byte.
      sampleLength = 1
      blockLength = channels
      framesPerBlock = 1
    case Encoding.gsm:
      framesPerBlock = 320
    case Encoding.microsoftADPCM, Encoding.imaADPCM:
      guard body.count >= 20 else { return nil }
      let frames = number(18, 2)
      // Four bits a sample and a header of two: more would make a small file endless.
      guard frames > 0, frames <= blockLength * 2 + 2 else { return nil }
      framesPerBlock = frames
    // Of codecs that nothing here decodes the name alone counts.
    default: blockLength = max(1, blockLength)
    }
    guard blockLength > 0 else { return nil }
  }

  /// The bytes of a sample by its bits, or by the length of a frame where the header gives it a
  /// larger container, as 24 bits in four bytes, and the bytes of a second agree with that.
  private static func sampleLength(
    bits: Int, channels: Int, blockLength: Int, isAgreed: Bool
  ) -> Int {
    let needed = (bits + 7) / 8
    guard channels > 0, blockLength % channels == 0 else { return needed }
    let container = blockLength / channels
    let isLarger = container > needed && container <= 8
    return bits == 0 || isAgreed && isLarger ? container : needed
  }

  /// The codes of encodings in a format chunk.
  enum Encoding {
    static let pcm = 1
    static let microsoftADPCM = 2
    static let float = 3
    static let alaw = 6
    static let mulaw = 7
    static let imaADPCM = 0x11
    static let gsm = 0x31
    static let mpeg = 0x50
    static let mp3 = 0x55
    static let extensible = 0xFFFE
  }

  /// The unsigned number that some bytes spell, limited to what fits.
  static func number(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Int {
    let value =
      isBigEndian
      ? bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      : bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: value)
  }
}
