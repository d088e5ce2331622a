import CSndfile
import Synchronization

extension SoundFile {
  /// libsndfile keeps the reason of a failed opening in one place for all threads.
  private static let opening = Mutex<Void>(())

  /// Opens the recording at an input.
  static func open(
    _ input: AudioInput, isStopped: @escaping () -> Bool
  ) throws(AudioFileError) -> SoundFile {
    let stream = try ByteStream.open(input, isStopped: isStopped)
    if let raw = input.raw { return try open(stream, raw) }
    let beginning = stream.bytes(at: 0, count: 12)
    guard !beginning.isEmpty else {
      if stream.failure != 0 { throw .reading(stream.name, stream.failure) }
      throw AudioFileError(
        .empty, at: stream.name, problem: "is empty", remedy: "get the recording again")
    }
    if let header = try WaveHeader.read(from: stream, beginning: beginning) {
      return try open(stream, header)
    }
    guard case .path(let path) = input.location, stream.length != nil else {
      let found = AudioFormatName(beginning: beginning).map { "carries \($0.rawValue)" }
      throw AudioFileError(
        .notAudio, at: stream.name,
        problem: "\(found ?? "is not audio"), and a pipe takes WAV only",
        remedy: "name a file instead, or convert to WAV or to --raw samples on the way")
    }
    return try open(path, stream)
  }

  /// Opens a file of any other format by libsndfile alone.
  private static func open(
    _ path: String, _ stream: ByteStream
  ) throws(AudioFileError) -> SoundFile {
    var info = SF_INFO()
    let handle = try opened(path) { sf_open(path, Int32(SFM_READ), &info) }
    let repair = truncation(handle, info, stream)
    let file = SoundFile(
      name: path, handle: handle, info: info, source: nil,
      extent: WaveExtent(length: nil, repair: repair))
    try file.checkRate()
    return file
  }

  /// Opens headerless samples.
  private static func open(
    _ stream: ByteStream, _ raw: RawFormat
  ) throws(AudioFileError) -> SoundFile {
    guard rates.contains(raw.rate) else { throw unsupportedRate(stream.name, raw.rate) }
    let coding = SampleCoding(raw.encoding)
    let block = coding.length * raw.channels
    if let length = stream.length, length < block {
      throw AudioFileError(
        .empty, at: stream.name, problem: "is empty", remedy: "get the recording again")
    }
    return try open(
      stream, coding, rate: raw.rate, channels: raw.channels, header: nil, offset: 0,
      extent: WaveExtent(length: stream.length.map { $0 - $0 % block }, repair: nil))
  }

  /// Opens the samples of a WAV: plain ones directly, other codecs behind a mended header.
  private static func open(
    _ stream: ByteStream, _ header: WaveHeader
  ) throws(AudioFileError) -> SoundFile {
    guard rates.contains(header.rate) else { throw unsupportedRate(stream.name, header.rate) }
    guard channelCounts.contains(header.channels) else {
      throw AudioFileError(
        .damagedHeader, at: stream.name,
        problem: "the WAV header declares \(header.channels) channels",
        remedy: "get the recording again, or read its samples with --raw")
    }
    let extent = WaveExtent(header, of: stream)
    if let length = extent.length, length < header.blockLength { throw noSamples(stream.name) }
    if let coding = SampleCoding(header) {
      return try open(
        stream, coding, rate: header.rate, channels: header.channels, header: header,
        offset: header.dataOffset, extent: extent)
    }
    var info = SF_INFO()
    let file = SampleFile(
      stream, header: header.mended(length: extent.length), dataOffset: header.dataOffset,
      dataLength: extent.length)
    return try open(
      stream, file, &info, header.framesPerBlock.map { (header.blockLength, $0) }, header, extent)
  }

  private static func open(
    _ stream: ByteStream, _ coding: SampleCoding, rate: Int, channels: Int, header: WaveHeader?,
    offset: Int, extent: WaveExtent
  ) throws(AudioFileError) -> SoundFile {
    var info = SF_INFO()
    info.samplerate = Int32(rate)
    info.channels = Int32(channels)
    info.format = Int32(SF_FORMAT_RAW | coding.format)
    let file = SampleFile(stream, header: [], dataOffset: offset, dataLength: extent.length)
    return try open(stream, file, &info, (coding.length * channels, 1), header, extent)
  }

  private static func open(
    _ stream: ByteStream, _ file: SampleFile, _ info: inout SF_INFO,
    _ block: (length: Int, frames: Int)?, _ header: WaveHeader?, _ extent: WaveExtent
  ) throws(AudioFileError) -> SoundFile {
    var callbacks = SampleFile.callbacks
    let handle = try opened(stream.name) {
      sf_open_virtual(
        &callbacks, Int32(SFM_READ), &info, Unmanaged.passUnretained(file).toOpaque())
    }
    let source = Source(stream: stream, file: file, block: block, header: header)
    if stream.failure != 0 {
      sf_close(handle)
      throw .reading(stream.name, stream.failure)
    }
    let sound = SoundFile(
      name: stream.name, handle: handle, info: info, source: source, extent: extent)
    try sound.checkRate()
    return sound
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
      throw refusal(name, failure, reason)
    }
    return handle
  }
}
