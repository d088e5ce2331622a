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
      let frames = sf_count_t(samples.count / 2)
      let written = samples.withUnsafeBufferPointer { samples in
        samples.baseAddress.map { sf_writef_float(handle, $0, frames) } ?? 0
      }
      let isClosed = sf_close(handle) == 0
      return written == frames && isClosed ? memory.bytes : nil
    }
  }
}
