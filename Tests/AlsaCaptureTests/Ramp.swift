import Foundation

/// Frames whose samples tell which frame and channel they are.
enum Ramp {
  /// The value of a sample as a signed 16-bit number.
  static func value(frame: Int, channel: Int) -> Int16 {
    Int16(truncatingIfNeeded: frame &* 7 &+ channel &* 1000)
  }

  /// The value of a sample as it should arrive.
  static func sample(frame: Int, channel: Int) -> Float {
    Float(value(frame: frame, channel: channel)) / 32768
  }

  /// Raw frames in one of ALSA's formats.
  static func data(frames: Int, channels: Int, format: String = "S16_LE") -> Data {
    var data = Data()
    for frame in 0..<frames {
      for channel in 0..<channels {
        let value = Int32(value(frame: frame, channel: channel))
        switch format {
        case "S16_LE": append(Int16(value), to: &data)
        case "S24_3LE":
          data.append(0)
          append(Int16(value), to: &data)
        case "S24_LE": append(value << 8, to: &data)
        case "S32_LE": append(value << 16, to: &data)
        default: append((Float(value) / 32768).bitPattern, to: &data)
        }
      }
    }
    return data
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to data: inout Data) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }
}
