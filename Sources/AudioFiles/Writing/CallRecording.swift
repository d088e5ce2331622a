import CSndfile
public import Conversation
import Glibc

/// A WAV file that both parties of a call are written to: 16 bits, the agent on the left channel.
///
/// Only the user can read it (mode 0600), and no other file is ever replaced. `update` makes the
/// header true, so that what was written until then can be read however the process ends.
public struct CallRecording: ~Copyable {
  /// What a WAV file can hold, less its header.
  private static let longest = 0xFFFF_0000

  private let handle: OpaquePointer
  private let path: String
  private var bytes = 0

  /// Creates a file that is not there yet, for samples at a rate.
  public static func create(
    _ path: String, rate: EngineRate
  ) throws(RecordingError) -> CallRecording {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw RecordingError(errno == EEXIST ? .exists : .unwritable, at: path, systemError: errno)
    }
    return try CallRecording(descriptor, path: path, rate: rate)
  }

  /// Takes over a descriptor.
  private init(_ descriptor: Int32, path: String, rate: EngineRate) throws(RecordingError) {
    var info = SF_INFO()
    info.samplerate = Int32(rate.rawValue)
    info.channels = 2
    info.format = Int32(SF_FORMAT_WAV | SF_FORMAT_PCM_16)
    guard let handle = sf_open_fd(descriptor, Int32(SFM_WRITE), &info, 1) else {
      let cause = errno
      close(descriptor)
      throw RecordingError(.unwritable, at: path, systemError: cause)
    }
    self.handle = handle
    self.path = path
  }

  deinit {
    sf_close(handle)
  }

  /// Appends samples, the agent's and the customer's in each.
  public mutating func append(
    _ samples: UnsafeBufferPointer<SIMD2<Int16>>
  ) throws(RecordingError) {
    guard let start = samples.baseAddress else { return }
    let length = samples.count * MemoryLayout<SIMD2<Int16>>.stride
    guard bytes + length <= Self.longest else { throw RecordingError(.tooLong, at: path) }
    bytes += length
    errno = 0
    let written = UnsafeRawPointer(start).withMemoryRebound(
      to: Int16.self, capacity: 2 * samples.count
    ) { sf_writef_short(handle, $0, sf_count_t(samples.count)) }
    guard written == sf_count_t(samples.count) else {
      throw RecordingError(.unwritable, at: path, systemError: errno)
    }
  }

  /// Makes the header true.
  public mutating func update() {
    sf_command(handle, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
  }
}
