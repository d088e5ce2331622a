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

  /// Creates the coding of headerless samples.
  init(_ encoding: RawEncoding) {
    switch encoding {
    case .s16le: self.init(Int(SF_FORMAT_PCM_16), length: 2)
    case .s16be: self.init(Int(SF_FORMAT_PCM_16), bigEndian: true, length: 2)
    case .u8: self.init(Int(SF_FORMAT_PCM_U8), length: 1)
    case .s24le: self.init(Int(SF_FORMAT_PCM_24), length: 3)
    case .s32le: self.init(Int(SF_FORMAT_PCM_32), length: 4)
    case .f32le: self.init(Int(SF_FORMAT_FLOAT), length: 4)
    case .alaw: self.init(Int(SF_FORMAT_ALAW), length: 1)
    case .mulaw: self.init(Int(SF_FORMAT_ULAW), length: 1)
    }
  }

  /// Creates the coding of a WAV's samples; nil where they come in coded blocks, or in no known size.
  init?(_ header: WaveHeader) {
    let big = header.isBigEndian
    switch (header.encoding, (header.bits + 7) / 8) {
    case (WaveHeader.Encoding.pcm, 1): self.init(Int(SF_FORMAT_PCM_U8), length: 1)
    case (WaveHeader.Encoding.pcm, 2):
      self.init(Int(SF_FORMAT_PCM_16), bigEndian: big, length: 2)
    case (WaveHeader.Encoding.pcm, 3):
      self.init(Int(SF_FORMAT_PCM_24), bigEndian: big, length: 3)
    case (WaveHeader.Encoding.pcm, 4):
      self.init(Int(SF_FORMAT_PCM_32), bigEndian: big, length: 4)
    case (WaveHeader.Encoding.float, 4):
      self.init(Int(SF_FORMAT_FLOAT), bigEndian: big, length: 4)
    case (WaveHeader.Encoding.float, 8):
      self.init(Int(SF_FORMAT_DOUBLE), bigEndian: big, length: 8)
    case (WaveHeader.Encoding.alaw, 1): self.init(Int(SF_FORMAT_ALAW), length: 1)
    case (WaveHeader.Encoding.mulaw, 1): self.init(Int(SF_FORMAT_ULAW), length: 1)
    default: return nil
    }
  }
}
