extension SampleEncoding {
  /// Decodes one channel of interleaved frames to floating point in [-1, 1], interleaved anew.
  ///
  /// `source` is the channel's first byte in the first frame, `frameBytes` the distance from one
  /// frame to the next; `target` is the place of the first sample, `stride` from one to the next.
  @_noLocks
  func decode(
    _ source: UnsafeRawPointer, frameBytes: Int, frames: Int,
    into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    switch self {
    case .float:
      for frame in 0..<frames {
        target[frame * stride] = source.loadUnaligned(
          fromByteOffset: frame * frameBytes, as: Float.self)
      }
    case .s32:
      for frame in 0..<frames {
        let value = source.loadUnaligned(fromByteOffset: frame * frameBytes, as: Int32.self)
        target[frame * stride] = Float(value) * 0x1p-31
      }
    case .s24:
      for frame in 0..<frames {
        let value = source.loadUnaligned(fromByteOffset: frame * frameBytes, as: Int32.self)
        target[frame * stride] = Float(value &<< 8) * 0x1p-31
      }
    case .s24Packed:
      for frame in 0..<frames {
        let low = source.load(fromByteOffset: frame * frameBytes, as: UInt8.self)
        let high = source.loadUnaligned(fromByteOffset: frame * frameBytes + 1, as: Int16.self)
        target[frame * stride] = Float(Int32(high) &<< 16 | Int32(low) &<< 8) * 0x1p-31
      }
    case .s16:
      for frame in 0..<frames {
        let value = source.loadUnaligned(fromByteOffset: frame * frameBytes, as: Int16.self)
        target[frame * stride] = Float(value) * 0x1p-15
      }
    }
  }
}
