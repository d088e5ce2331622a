internal import CALSA

/// The sample formats that are understood, all in the machine's byte order.
public enum SampleEncoding: String, CaseIterable, Hashable, Sendable {
  /// 32 bits, floating point in [-1, 1].
  case float = "FLOAT"
  /// 32 bits, signed.
  case s32 = "S32"
  /// 24 bits, signed, in the low three bytes of four.
  case s24 = "S24"
  /// 24 bits, signed, in three bytes.
  case s24Packed = "S24_3"
  /// 16 bits, signed.
  case s16 = "S16"

  /// The bytes that a sample takes.
  public var byteCount: Int {
    switch self {
    case .float, .s32, .s24: 4
    case .s24Packed: 3
    case .s16: 2
    }
  }

  /// In the order in which they are asked for: 16 bits are enough for speech and cost least.
  static let preferred: [SampleEncoding] = [.s16, .s32, .float, .s24, .s24Packed]

  var alsaFormat: snd_pcm_format_t {
    switch self {
    case .float: SND_PCM_FORMAT_FLOAT
    case .s32: SND_PCM_FORMAT_S32
    case .s24: SND_PCM_FORMAT_S24
    case .s24Packed: SND_PCM_FORMAT_S24_3LE
    case .s16: SND_PCM_FORMAT_S16
    }
  }
}
