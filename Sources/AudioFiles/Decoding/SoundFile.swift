import CSndfile

/// A recording that libsndfile decodes, from front to back.
final class SoundFile {
  /// The sample rates that are accepted, in hertz.
  static let rates = 8_000...192_000
  /// The numbers of channels that libsndfile takes.
  static let channelCounts = 1...1024

  let name: String
  let rate: Int
  let channels: Int
  /// The frames in the file; nil for a pipe that says nothing.
  let frames: Int?
  /// Whether the samples are 16 bit or fewer, so that reading them as shorts loses nothing.
  let isShort: Bool
  /// Whether the frames come through a pipe.
  let isPipe: Bool
  /// What had to be mended to open it.
  private(set) var repair: Repair.Kind?
  /// Whether the recording says itself what its samples are.
  var hasHeader: Bool { source.map { $0.header != nil } ?? true }

  private let handle: OpaquePointer
  /// The bytes of a WAV or of raw samples; nil where libsndfile opened the file itself.
  private let source: Source?
  private var framesRead = 0

  /// Where decoded bytes come from, and in what pieces.
  struct Source {
    let stream: ByteStream
    let file: SampleFile
    /// The smallest piece that can be decoded, in bytes and in frames; nil where pieces vary.
    let block: (length: Int, frames: Int)?
    /// The header of a WAV.
    let header: WaveHeader?
  }

  init(
    name: String, handle: OpaquePointer, info: SF_INFO, source: Source?, extent: WaveExtent? = nil
  ) {
    self.name = name
    self.handle = handle
    self.source = source
    rate = Int(info.samplerate)
    channels = Int(info.channels)
    if let source {
      // libsndfile makes a block of the padding after the last one.
      let whole = extent?.length.flatMap { length in
        source.block.map { length / $0.length * $0.frames }
      }
      frames = extent?.length == nil ? nil : min(Int(info.frames), whole ?? .max)
    } else {
      // Beyond any recording: libsndfile's way to say that the header does not tell.
      frames = info.frames > WaveExtent.longPlaceholder ? nil : Int(info.frames)
    }
    isPipe = source.map { $0.stream.length == nil } ?? false
    let shorts = [
      SF_FORMAT_PCM_S8, SF_FORMAT_PCM_U8, SF_FORMAT_PCM_16, SF_FORMAT_ULAW, SF_FORMAT_ALAW,
      SF_FORMAT_GSM610, SF_FORMAT_IMA_ADPCM, SF_FORMAT_MS_ADPCM, SF_FORMAT_VOX_ADPCM,
    ]
    isShort = shorts.contains { Int($0) == Int(info.format) & Int(SF_FORMAT_SUBMASK) }
    repair = extent?.repair
  }

  deinit { sf_close(handle) }

  /// Reads interleaved frames as 16 bit integers; 0 at the end.
  func read(
    into target: UnsafeMutablePointer<Int16>, frames wanted: Int
  ) throws(AudioFileError) -> Int {
    let count = ready(wanted)
    guard count > 0 else { return try finish() }
    return try note(taken: Int(sf_readf_short(handle, target, sf_count_t(count))))
  }

  /// Reads interleaved frames as floating point, full scale ±1; 0 at the end.
  func read(
    into target: UnsafeMutablePointer<Float>, frames wanted: Int
  ) throws(AudioFileError) -> Int {
    let count = ready(wanted)
    guard count > 0 else { return try finish() }
    return try note(taken: Int(sf_readf_float(handle, target, sf_count_t(count))))
  }

  /// How many of the wanted frames can be decoded from bytes that are there.
  ///
  /// A pipe gives what it has, so that a live one is heard at once, and never a block that breaks
  /// off, of which libsndfile would make up the rest.
  private func ready(_ wanted: Int) -> Int {
    let wanted = min(wanted, (frames ?? .max) - framesRead)
    guard isPipe, let source, let block = source.block else { return wanted }
    func decodable(_ bytes: Int) -> Int {
      let bytes = source.file.delivered + min(bytes, source.file.remaining)
      let blocks = bytes / block.length
      return min(wanted, blocks.multipliedReportingOverflow(by: block.frames).0 - framesRead)
    }
    let held = decodable(source.stream.fill(atLeast: 0))
    return held > 0 ? held : decodable(source.stream.fill(atLeast: block.length))
  }

  private func note(taken: Int) throws(AudioFileError) -> Int {
    guard taken > 0 else { return try finish() }
    framesRead += taken
    return taken
  }

  /// Ends the recording: notes what is missing, and tells a failure from an end.
  private func finish() throws(AudioFileError) -> Int {
    if let failure = source?.stream.failure, failure != 0 {
      throw AudioFileError.reading(name, failure)
    }
    // Formats that only estimate their length are allowed a tenth of a second.
    let tolerance = source == nil ? rate / 10 : 0
    if repair == nil, let frames, framesRead + tolerance < frames, source?.stream.wasStopped != true
    {
      repair = .truncated(declared: frames, present: framesRead)
    }
    return 0
  }
}
