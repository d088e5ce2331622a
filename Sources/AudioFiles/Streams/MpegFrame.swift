/// The head of a frame of MPEG audio, layers I to III (ISO 11172-3 and 13818-3, and MPEG 2.5).
struct MpegFrame: Equatable {
  /// What all frames of a stream have in common.
  struct Kind: Equatable {
    /// 3 for MPEG 1, 2 for MPEG 2, 0 for MPEG 2.5.
    var version: Int
    /// 1 to 3.
    var layer: Int
    /// The sample rate in hertz.
    var rate: Int
  }

  var kind: Kind
  /// Thousands of bits a second.
  var bitRate: Int
  /// The bytes of the frame, its head included.
  var length: Int
  /// Whether there is one channel.
  var isMono: Bool
  /// Whether two bytes of a check follow the head.
  var isChecked: Bool

  /// The bytes of a head.
  static let headLength = 4

  /// The samples of each channel.
  var samples: Int {
    switch kind.layer {
    case 1: 384
    case 2: 1152
    default: kind.version == 3 ? 1152 : 576
    }
  }

  /// The bytes of a layer III frame between its head and what it says of its sound.
  var sideLength: Int {
    kind.version == 3 ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
  }

  private static let high: [[Int]] = [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ]
  private static let low: [[Int]] = [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ]

  /// Reads a head; nil where there is none, or the length of its frame is not told.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard start + Self.headLength <= bytes.count, bytes[start] == 0xFF,
      bytes[start + 1] & 0xE0 == 0xE0
    else { return nil }
    let version = Int(bytes[start + 1] >> 3 & 3)
    let layer = 4 - Int(bytes[start + 1] >> 1 & 3)
    let bitRateCode = Int(bytes[start + 2] >> 4)
    let rateCode = Int(bytes[start + 2] >> 2 & 3)
    guard version != 1, layer != 4, (1...14).contains(bitRateCode), rateCode != 3 else {
      return nil
    }
    let rate = [44_100, 48_000, 32_000][rateCode] >> (version == 3 ? 0 : version == 2 ? 1 : 2)
    kind = Kind(version: version, layer: layer, rate: rate)
    bitRate = (version == 3 ? Self.high : Self.low)[layer - 1][bitRateCode]
    isMono = bytes[start + 3] >> 6 == 3
    isChecked = bytes[start + 1] & 1 == 0
    let padding = Int(bytes[start + 2] >> 1 & 1)
    length =
      layer == 1
      ? (12_000 * bitRate / rate + padding) * 4
      : (layer == 2 || version == 3 ? 144_000 : 72_000) * bitRate / rate + padding
  }
}
