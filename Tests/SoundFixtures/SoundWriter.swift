import CSndfile

/// Writes recordings in every format that libsndfile knows.
public enum SoundWriter {
  /// What libsndfile did not want to write.
  public struct Refusal: Error {}

  /// Writes interleaved samples to a file; `format` is a libsndfile format, type and subtype.
  public static func write(
    _ samples: [Float], to path: String, format: Int, rate: Int, channels: Int
  ) throws {
    var info = SF_INFO()
    info.samplerate = Int32(rate)
    info.channels = Int32(channels)
    info.format = Int32(format)
    guard let file = sf_open(path, Int32(SFM_WRITE), &info) else { throw Refusal() }
    defer { sf_close(file) }
    sf_command(file, Int32(SFC_SET_CLIPPING), nil, 1)
    let frames = sf_count_t(samples.count / channels)
    // A few thousand at a time: Vorbis keeps a call's worth of samples on the stack.
    var done = 0
    while done < Int(frames) {
      let part = min(4096, Int(frames) - done)
      let written = samples.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { sf_writef_float(file, $0 + done * channels, sf_count_t(part)) }
      }
      guard written == sf_count_t(part) else { throw Refusal() }
      done += part
    }
  }
}
