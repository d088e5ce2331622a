import CSndfile
import Conversation

/// Writes clips in memory: Opus where libsndfile has it, else WAV of 16 bits.
struct ClipEncoder {
  private let rate: EngineRate

  init(rate: EngineRate) { self.rate = rate }

  /// The samples of both parties, one after the other, as a file; nil where nothing can be written.
  func encode(_ samples: [Float]) -> CallClip? {
    if let bytes = file(samples, SF_FORMAT_OGG | SF_FORMAT_OPUS) {
      return CallClip(type: "audio/ogg", bytes: bytes)
    }
    return file(samples, SF_FORMAT_WAV | SF_FORMAT_PCM_16).map {
      CallClip(type: "audio/wav", bytes: $0)
    }
  }

  private func file(_ samples: [Float], _ format: Int) -> [UInt8]? {
    var info = SF_INFO()
    info.samplerate = Int32(rate.rawValue)
    info.channels = 2
    info.format = Int32(format)
    guard sf_format_check(&info) != 0 else { return nil }
    let memory = FileInMemory()
    var access = FileInMemory.access
    return withExtendedLifetime(memory) {
      let place = Unmanaged.passUnretained(memory).toOpaque()
      guard let handle = sf_open_virtual(&access, Int32(SFM_WRITE), &info, place) else {
        return nil
      }
      // Of a range that 1 MB/s is the other end of: some 15 kbit/s a channel, plain speech.
      var level = 0.96
      let size = Int32(MemoryLayout<Double>.size)
      sf_command(handle, Int32(SFC_SET_COMPRESSION_LEVEL), &level, size)
      sf_command(handle, Int32(SFC_SET_CLIPPING), nil, 1)
      let frames = samples.count / 2
      var written = 0
      // A few thousand at a time: encoders keep what they are given on the stack.
      while written < frames {
        let part = min(4096, frames - written)
        let done = samples.withUnsafeBufferPointer { samples in
          samples.baseAddress.map {
            sf_writef_float(handle, $0 + 2 * written, sf_count_t(part))
          } ?? 0
        }
        guard done == sf_count_t(part) else { break }
        written += part
      }
      let isClosed = sf_close(handle) == 0
      return written == frames && isClosed ? memory.bytes : nil
    }
  }
}
