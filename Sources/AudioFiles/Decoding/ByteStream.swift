import Glibc

/// The bytes of a file, which can be read anywhere, or of a pipe, which only go forward.
final class ByteStream {
  let name: String
  /// The length of a file; nil for a pipe.
  let length: Int?
  /// The error number of a failed read; 0 where none failed.
  private(set) var failure: Int32 = 0
  /// Whether the caller wanted no more before a pipe had ended.
  private(set) var wasStopped = false
  /// The program that writes a pipe; nil where it is none of ours.
  let converter: Converter?

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let isStopped: () -> Bool
  /// What a pipe has delivered and nobody has taken: `head..<tail` of the storage.
  private let storage: UnsafeMutableRawBufferPointer
  private var head = 0
  private var tail = 0
  /// The offset in the pipe of the byte at `head`.
  private var position = 0

  /// The bytes that a pipe can hold ready; no block of a codec is longer.
  private static let capacity = 1 << 17

  /// Opens the bytes of an input.
  ///
  /// `isStopped` is asked while a pipe makes us wait; true counts as the end of the pipe.
  static func open(
    _ input: AudioInput, isStopped: @escaping () -> Bool
  ) throws(AudioFileError) -> ByteStream {
    switch input.location {
    case .descriptor(let descriptor, let name):
      return ByteStream(
        name: name, descriptor: descriptor, owned: false,
        length: AudioInput.fileLength(behind: descriptor), isStopped: isStopped)
    case .path(let path):
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw AudioFileError.opening(path, errno) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        let number = errno
        close(descriptor)
        throw AudioFileError.opening(path, number)
      }
      let type = status.st_mode & S_IFMT
      guard type != S_IFDIR else {
        close(descriptor)
        throw AudioFileError(
          .folder, at: path, problem: "is a folder", remedy: "name a recording in it")
      }
      return ByteStream(
        name: path, descriptor: descriptor, owned: true,
        length: type == S_IFREG ? Int(status.st_size) : nil, isStopped: isStopped)
    }
  }

  /// The samples of a file of another format, as WAV through a program that decodes it.
  func converted(from demuxer: String) throws(Converter.Refusal) -> ByteStream {
    let converter = try Converter.start(descriptor, demuxer: demuxer)
    return ByteStream(
      name: name, descriptor: converter.output, owned: true, length: nil, isStopped: isStopped,
      converter: converter)
  }

  private init(
    name: String, descriptor: Int32, owned: Bool, length: Int?, isStopped: @escaping () -> Bool,
    converter: Converter? = nil
  ) {
    self.name = name
    self.converter = converter
    self.descriptor = descriptor
    self.ownsDescriptor = owned
    self.length = length
    self.isStopped = isStopped
    storage = .allocate(byteCount: length == nil ? ByteStream.capacity : 0, alignment: 16)
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
    storage.deallocate()
  }

  /// Reads bytes at an offset; fewer only at the end, and of a pipe none but the next or the last.
  func read(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) -> Int {
    guard length == nil else { return readFile(at: offset, into: target, count: count) }
    // libsndfile peeks at the first samples and goes back to them.
    if offset < position, position - offset <= head {
      head -= position - offset
      position = offset
    }
    guard offset == position else { return 0 }
    var done = 0
    while done < count {
      if head == tail, fill(atLeast: 1) == 0 { break }
      let part = min(count - done, tail - head)
      target.advanced(by: done).copyMemory(
        from: UnsafeRawPointer(storage.baseAddress.unsafelyUnwrapped + head), byteCount: part)
      done += part
      take(part)
    }
    return done
  }

  /// Moves a pipe forward to an offset; false where it ends before.
  func skip(to offset: Int) -> Bool {
    if let length { return offset <= length }
    while position < offset {
      if head == tail, fill(atLeast: 1) == 0 { return false }
      take(min(offset - position, tail - head))
    }
    return true
  }

  /// Waits until a pipe holds so many bytes ready, or has ended, and tells how many it holds.
  func fill(atLeast count: Int) -> Int {
    if tail - head < count, head > 0 {
      storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[head..<tail]))
      tail -= head
      head = 0
    }
    while tail - head < count, tail < storage.count, waitForInput() {
      let got = Glibc.read(
        descriptor, storage.baseAddress.unsafelyUnwrapped + tail, storage.count - tail)
      if got > 0 {
        tail += got
      } else if got == 0 {
        break
      } else if errno != EINTR, errno != EAGAIN {
        failure = errno
        break
      }
    }
    return tail - head
  }

  private func take(_ count: Int) {
    head += count
    position += count
  }

  /// Waits for a pipe; false when the caller wants no more.
  private func waitForInput() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var waited = 0
    while !isStopped() {
      converter?.listen()
      // A signal or the end of a tenth of a second makes us ask again.
      if poll(&request, 1, 100) > 0 { return true }
      waited += 100
      if let converter, waited > Converter.patience {
        converter.end()
        failure = ETIMEDOUT
        return false
      }
    }
    wasStopped = true
    return false
  }

  /// Takes what a pipe still delivers within half a second, up to a gibibyte; returns whether it has
  /// come to its end.
  func drain(_ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard length == nil, let base = storage.baseAddress else { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(500)
    var left = 1 << 30
    while true {
      if head < tail {
        take(UnsafeRawBufferPointer(rebasing: storage[head..<tail]))
        left -= tail - head
        self.take(tail - head)
      }
      (head, tail) = (0, 0)
      guard left > 0, clock.now < end, !isStopped() else { return false }
      guard poll(&request, 1, 100) > 0 else { continue }
      let got = Glibc.read(descriptor, base, storage.count)
      if got > 0 {
        tail = got
      } else if got == 0 || errno != EINTR && errno != EAGAIN {
        return true
      }
    }
  }

  private func readFile(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) -> Int {
    var done = 0
    while done < count {
      let got = pread(descriptor, target.advanced(by: done), count - done, offset + done)
      if got > 0 {
        done += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        failure = errno
        break
      }
    }
    return done
  }
}
