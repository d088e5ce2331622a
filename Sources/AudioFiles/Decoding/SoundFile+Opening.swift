import CSndfile

extension SoundFile {
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
    let isFile = stream.length != nil
    let first = isFile ? stream.bytes(at: 0, count: ForeignFormat.beginningLength) : beginning
    let foreign = ForeignFormat(beginning: first)
    if let foreign, isFile { return try open(stream, foreign) }
    if foreign == nil, let header = try WaveHeader.read(from: stream, beginning: beginning) {
      return try open(stream, header)
    }
    guard isFile else {
      let format = AudioFormatName(beginning: beginning)?.rawValue ?? foreign?.name
      let found = format.map { "is \($0)" }
      throw AudioFileError(
        .notWave, at: stream.name,
        problem: "\(found ?? "is not audio"), and only WAV can be read from a pipe",
        remedy: "name a file instead")
    }
    return try open(input.path, stream, beginning)
  }

  /// Opens a file of a format that needs another program.
  private static func open(
    _ stream: ByteStream, _ format: ForeignFormat
  ) throws(AudioFileError) -> SoundFile {
    let samples: ByteStream
    do throws(Converter.Refusal) {
      samples = try stream.converted(from: format.demuxer)
    } catch {
      throw unconverted(stream.name, format, error)
    }
    let beginning = samples.bytes(at: 0, count: 12)
    guard !samples.wasStopped, let converter = samples.converter else {
      throw noSamples(stream.name)
    }
    if samples.failure != 0 { throw .reading(stream.name, samples.failure) }
    guard !beginning.isEmpty else {
      throw AudioFileError(
        .noSamples, at: stream.name,
        problem: "is \(format.name), and ffmpeg finds no sound in it"
          + (converter.log().complaint.map { " (\($0))" } ?? ""),
        remedy: "get the recording again")
    }
    guard let header = try WaveHeader.read(from: samples, beginning: beginning) else {
      throw noSamples(stream.name)
    }
    return try open(samples, header)
  }

  /// Opens a file of any other format: by libsndfile alone, where nothing has to be mended.
  private static func open(
    _ path: String?, _ stream: ByteStream, _ beginning: [UInt8]
  ) throws(AudioFileError) -> SoundFile {
    if let map = streamMap(stream, beginning) {
      guard map.isWhole else { return try open(stream, map) }
      return try open(path, Source(stream: stream), map.repairs)
    }
    guard let layout = SampleLayout.read(from: stream, beginning: beginning) else {
      return try open(path, Source(stream: stream), [])
    }
    if stream.failure != 0 { throw .reading(stream.name, stream.failure) }
    let extent = SampleExtent(layout, of: stream)
    guard let repair = extent.repair else { return try open(path, Source(stream: stream), []) }
    guard let coding = layout.coding, rates.contains(layout.rate) else {
      return try open(path, Source(stream: stream), [repair])
    }
    return try open(
      stream, coding, rate: layout.rate, channels: layout.channels, hasHeader: true, extent)
  }

  private static func open(
    _ path: String?, _ source: Source, _ repairs: [Repair.Kind]
  ) throws(AudioFileError) -> SoundFile {
    let stream = source.stream
    let decoder =
      if let path {
        try SampleDecoder(path: path, name: stream.name)
      } else {
        try SampleDecoder(
          SampleFile(stream, [.stream(offset: 0, count: stream.length ?? 0)]), of: stream)
      }
    let sound = SoundFile(decoder, source, repairs: repairs)
    try sound.checkRate()
    return sound
  }

  /// The sections of a format that is decoded piece by piece; nil for others.
  private static func streamMap(_ stream: ByteStream, _ beginning: [UInt8]) -> StreamMap? {
    switch AudioFormatName(beginning: beginning) {
    case .flac: return FlacStream.map(stream)
    case .ogg: return OggStream.map(stream)
    case .mp3:
      // Some programs put the same tags before FLAC.
      return FlacStream.map(stream) ?? MpegStream.map(stream, 0..<(stream.length ?? 0))
    default: return nil
    }
  }

  /// Opens a stream in sections.
  private static func open(
    _ stream: ByteStream, _ map: StreamMap, _ repairs: [Repair.Kind] = []
  ) throws(AudioFileError) -> SoundFile {
    var sections = map.sections[...]
    var source = Source(stream: stream)
    source.declared = map.frames
    source.uncertainty = map.uncertainty
    var failure: AudioFileError?
    while let first = sections.popFirst() {
      do throws(AudioFileError) {
        let decoder = try SampleDecoder(SampleFile(stream, first.pieces), of: stream)
        let sound = SoundFile(
          decoder, source, repairs: repairs + map.repairs, first: first, sections: sections)
        try sound.checkRate()
        return sound
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? noSamples(stream.name)
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
    let length = stream.length.map { $0 - $0 % block } ?? SampleFile.endless
    return try open(
      stream, coding, rate: raw.rate, channels: raw.channels, hasHeader: false,
      SampleExtent(pieces: [0..<length], repair: nil))
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
        remedy: "get the recording again")
    }
    let layout = SampleLayout(header)
    let extent = SampleExtent(layout, of: stream, header: header)
    if let length = extent.length, length < header.blockLength { throw noSamples(stream.name) }
    if let coding = SampleCoding(header) {
      return try open(
        stream, coding, rate: header.rate, channels: header.channels, hasHeader: true, extent,
        rest: PipeRest(layout))
    }
    let isMpeg = [WaveHeader.Encoding.mpeg, WaveHeader.Encoding.mp3].contains(header.encoding)
    if isMpeg, let piece = extent.pieces.first, extent.pieces.count == 1, stream.length != nil,
      let map = MpegStream.map(stream, piece)
    {
      return try open(stream, map, extent.repair.map { [$0] } ?? [])
    }
    let pieces = [.literal(header.mended(length: extent.length))] + extent.streamPieces
    var source = Source(stream: stream)
    source.block = header.framesPerBlock.map { (header.blockLength, $0) }
    source.length = extent.length
    source.rest = PipeRest(layout)
    do throws(AudioFileError) {
      return try open(SampleFile(stream, pieces), SF_INFO(), source, extent)
    } catch {
      guard error.code != .readFailed, let codec = header.foreignCodec else { throw error }
      throw undecodable(stream.name, codec)
    }
  }

  private static func open(
    _ stream: ByteStream, _ coding: SampleCoding, rate: Int, channels: Int, hasHeader: Bool,
    _ extent: SampleExtent, rest: PipeRest? = nil
  ) throws(AudioFileError) -> SoundFile {
    if let length = extent.length, length < coding.length * channels {
      throw noSamples(stream.name)
    }
    var source = Source(stream: stream)
    source.block = (coding.length * channels, 1)
    source.length = extent.length
    source.hasHeader = hasHeader
    source.rest = rest
    return try open(
      SampleFile(stream, extent.streamPieces), SF_INFO(coding, rate: rate, channels: channels),
      source, extent)
  }

  private static func open(
    _ file: SampleFile, _ info: SF_INFO, _ source: Source, _ extent: SampleExtent
  ) throws(AudioFileError) -> SoundFile {
    let decoder = try SampleDecoder(file, of: source.stream, info)
    let sound = SoundFile(decoder, source, repairs: extent.repair.map { [$0] } ?? [])
    try sound.checkRate()
    return sound
  }
}

extension SampleExtent {
  /// The pieces as libsndfile's file holds them.
  fileprivate var streamPieces: [SampleFile.Piece] {
    pieces.map { .stream(offset: $0.lowerBound, count: $0.count) }
  }
}
