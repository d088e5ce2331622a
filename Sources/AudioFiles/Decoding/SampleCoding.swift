import CSndfile

/// How libsndfile calls an encoding of single samples, and the bytes that a sample takes.
struct SampleCoding: Equatable {
  /// Subtype and byte order.
  let format: Int
  /// The bytes of a sample.
  let length: Int

  private init(_ subtype: Int, bigEndian: Bool = false, length: Int) {
    format = subtype | Int(bigEndian ? SF_ENDIAN_BIG : SF_ENDIAN_LITTLE)
    self.length = length
  }

  /// ITU-T G.711 A-law.
  static let alaw = SampleCoding(Int(SF_FORMAT_ALAW), length: 1)
  /// ITU-T G.711 mu-law.
  static let mulaw = SampleCoding(Int(SF_FORMAT_ULAW), length: 1)
  /// Unsigned 8 bit.
  static let unsignedByte = SampleCoding(Int(SF_FORMAT_PCM_U8), length: 1)

  /// Signed integers of one to four bytes; nil for any other number.
  static func integer(bytes: Int, bigEndian: Bool) -> SampleCoding? {
    let subtypes = [SF_FORMAT_PCM_S8, SF_FORMAT_PCM_16, SF_FORMAT_PCM_24, SF_FORMAT_PCM_32]
    guard (1...4).contains(bytes) else { return nil }
    return SampleCoding(Int(subtypes[bytes - 1]), bigEndian: bigEndian, length: bytes)
  }

  /// Floating point of four or eight bytes; nil for any other number.
  static func float(bytes: Int, bigEndian: Bool) -> SampleCoding? {
    guard bytes == 4 || bytes == 8 else { return nil }
    return SampleCoding(
      Int(bytes == 4 ? SF_FORMAT_FLOAT : SF_FORMAT_DOUBLE), bigEndian: bigEndian, length: bytes)
  }

  /// Creates the coding of headerless samples.
  init(_ encoding: RawEncoding) {
    switch encoding {
    case .s16le: self.init(Int(SF_FORMAT_PCM_16), length: 2)
    case .s16be: self.init(Int(SF_FORMAT_PCM_16), bigEndian: true, length: 2)
    case .u8: self = .unsignedByte
    case .s24le: self.init(Int(SF_FORMAT_PCM_24), length: 3)
    case .s32le: self.init(Int(SF_FORMAT_PCM_32), length: 4)
    case .f32le: self.init(Int(SF_FORMAT_FLOAT), length: 4)
    case .alaw: self = .alaw
    case .mulaw: self = .mulaw
    }
  }

  /// Creates the coding of a WAV's samples; nil where they come in coded blocks, or in no known size.
  init?(_ header: WaveHeader) {
    let big = header.isBigEndian
    let coding: SampleCoding? =
      switch header.encoding {
      case WaveHeader.Encoding.pcm where header.sampleLength == 1: .unsignedByte
      case WaveHeader.Encoding.pcm: .integer(bytes: header.sampleLength, bigEndian: big)
      case WaveHeader.Encoding.float: .float(bytes: header.sampleLength, bigEndian: big)
      case WaveHeader.Encoding.alaw: .alaw
      case WaveHeader.Encoding.mulaw: .mulaw
      default: nil
      }
    guard let coding else { return nil }
    self = coding
  }
}
