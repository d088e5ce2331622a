import CSndfile
import Synchronization

/// One opening of libsndfile: a file, or the pieces of one that make sense to it.
final class SampleDecoder {
  /// What libsndfile found.
  let info: SF_INFO
  /// The bytes that it reads; nil where it opened the file itself.
  let file: SampleFile?

  private let handle: OpaquePointer

  /// libsndfile keeps the reason of a failed opening in one place for all threads.
  private static let opening = Mutex<Void>(())

  /// Opens a file by its path; `name` stands in messages.
  init(path: String, name: String) throws(AudioFileError) {
    var info = SF_INFO()
    handle = try SampleDecoder.opened(name) { sf_open(path, Int32(SFM_READ), &info) }
    self.info = info
    file = nil
  }

  /// Opens the bytes of a file of ours; `info` says what they are where they have no header.
  init(
    _ file: SampleFile, of stream: ByteStream, _ info: SF_INFO = SF_INFO()
  ) throws(AudioFileError) {
    var info = info
    var callbacks = SampleFile.callbacks
    handle = try SampleDecoder.opened(stream.name) {
      sf_open_virtual(
        &callbacks, Int32(SFM_READ), &info, Unmanaged.passUnretained(file).toOpaque())
    }
    self.info = info
    self.file = file
    guard stream.failure == 0 else { throw .reading(stream.name, stream.failure) }
  }

  deinit { sf_close(handle) }

  /// Reads interleaved frames as 16 bit integers, and tells how many.
  func read(into target: UnsafeMutablePointer<Int16>, frames: Int) -> Int {
    Int(sf_readf_short(handle, target, sf_count_t(frames)))
  }

  /// Reads interleaved frames as floating point, full scale ±1, and tells how many.
  func read(into target: UnsafeMutablePointer<Float>, frames: Int) -> Int {
    Int(sf_readf_float(handle, target, sf_count_t(frames)))
  }

  /// Calls libsndfile to open something, and says why where it does not.
  private static func opened(
    _ name: String, by open: () -> OpaquePointer?
  ) throws(AudioFileError) -> OpaquePointer {
    let (address, failure, reason) = opening.withLock { _ in
      // As an address, since a pointer must not leave the lock.
      let address = UInt(bitPattern: open())
      return (address, sf_error(nil), String(cString: sf_strerror(nil)))
    }
    guard let handle = OpaquePointer(bitPattern: address) else {
      throw SoundFile.refusal(name, failure, reason)
    }
    return handle
  }
}
