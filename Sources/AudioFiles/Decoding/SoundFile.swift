import CSndfile
import Conversation

/// A recording that libsndfile decodes, from front to back, over its damages.
final class SoundFile {
  /// The sample rates that are accepted, in hertz.
  static let rates = 8_000...192_000
  /// The numbers of channels that libsndfile takes.
  static let channelCounts = 1...1024

  /// The seconds of the longest recording that is read: 31 days.
  static let longest = 31 * 24 * 3600

  let name: String
  let rate: Int
  let channels: Int
  /// The frames in the file, damages included; nil for a pipe that says nothing.
  let frames: Int?
  /// Whether the samples are 16 bit or fewer, so that reading them as shorts loses nothing.
  let isShort: Bool
  /// Whether the frames come through a pipe.
  let isPipe: Bool
  /// Whether the recording says itself what its samples are.
  var hasHeader: Bool { source.hasHeader }
  /// Whether it can be opened once more.
  var isRepeatable: Bool { !isPipe || source.stream.converter != nil }

  private let source: Source
  private var decoder: SampleDecoder
  /// The sections that come behind the one that is decoded.
  private var sections: ArraySlice<StreamSection>
  /// What had to be mended to open it, and what was missing at its end.
  private var mended: [Repair.Kind]
  /// The frame that comes next, in the whole.
  private var position = 0
  /// The frames to come that are missing.
  private var missing = 0
  /// The frames to come of the decoder that nobody wants.
  private var skipped = 0
  private var damages = 0
  private var lost = 0

  /// Where decoded bytes come from, and in what pieces.
  struct Source {
    let stream: ByteStream
    /// The smallest piece that can be decoded, in bytes and in frames; nil where pieces vary.
    var block: (length: Int, frames: Int)?
    /// The bytes that there are, as far as known; nil for a pipe that says nothing, and where
    /// libsndfile finds the samples itself.
    var length: Int?
    /// Whether the recording says itself what its samples are.
    var hasHeader = true
    /// The frames that the header declares, where the decoder does not tell them.
    var declared: Int?
    /// By how many frames the times behind damages may be wrong.
    var uncertainty = 0
    /// What may follow in a pipe; nil where that is not known.
    var rest: PipeRest?
  }

  /// Takes over a decoder, and sections that come behind what it decodes.
  init(
    _ decoder: SampleDecoder, _ source: Source, repairs: [Repair.Kind] = [],
    first: StreamSection? = nil, sections: ArraySlice<StreamSection> = []
  ) {
    name = source.stream.name
    self.decoder = decoder
    self.source = source
    self.sections = sections
    mended = repairs
    let info = decoder.info
    rate = Int(info.samplerate)
    channels = Int(info.channels)
    isPipe = source.stream.length == nil
    let shorts = [
      SF_FORMAT_PCM_S8, SF_FORMAT_PCM_U8, SF_FORMAT_PCM_16, SF_FORMAT_ULAW, SF_FORMAT_ALAW,
      SF_FORMAT_GSM610, SF_FORMAT_IMA_ADPCM, SF_FORMAT_MS_ADPCM, SF_FORMAT_VOX_ADPCM,
    ]
    isShort = shorts.contains { Int($0) == Int(info.format) & Int(SF_FORMAT_SUBMASK) }
    // libsndfile makes a block of the padding after the last one.
    let whole = source.length.flatMap { length in
      source.block.map { length / $0.length * $0.frames }
    }
    // Beyond any recording: libsndfile's way to say that the header does not tell.
    let told = info.frames > SampleExtent.longPlaceholder ? nil : Int(info.frames)
    if let declared = source.declared {
      frames = declared
    } else if isPipe {
      frames = source.length == nil ? nil : min(told ?? .max, whole ?? .max)
    } else {
      let end = (sections.last ?? first)?.end(rate: rate)
      frames = whole.map { min(told ?? .max, $0) } ?? end ?? told
    }
    if let first { place(first, told ?? 0) }
    if missing > 0 { damages += 1 }
  }

  /// What had to be mended so far.
  var repairs: [Repair.Kind] {
    guard damages > 0 else { return mended }
    let damage = Repair.Kind.damaged(
      places: damages, lost: time(lost), within: time(source.uncertainty))
    return [damage] + mended
  }

  private func time(_ frames: Int) -> SampleTime {
    SampleTime(seconds: Double(frames) / Double(rate))
  }

  /// Takes frames that are missing at this place, at most so many; 0 where there is sound.
  func takeMissing(atMost count: Int) -> Int {
    let part = min(count, missing)
    missing -= part
    position += part
    lost += part
    return part
  }

  /// Reads interleaved frames as 16 bit integers; 0 at a damage or the end.
  func read(into target: UnsafeMutablePointer<Int16>, frames wanted: Int) -> Int {
    read(wanted) { decoder.read(into: target, frames: $0) }
  }

  /// Reads interleaved frames as floating point, full scale ±1; 0 at a damage or the end.
  func read(into target: UnsafeMutablePointer<Float>, frames wanted: Int) -> Int {
    read(wanted) { decoder.read(into: target, frames: $0) }
  }

  private func read(_ wanted: Int, by decode: (Int) -> Int) -> Int {
    while skipped > 0 {
      let count = decode(min(skipped, wanted))
      guard count > 0 else { return 0 }
      skipped -= count
    }
    let count = ready(wanted)
    guard count > 0 else { return 0 }
    let taken = max(0, decode(count))
    position += taken
    return taken
  }

  /// How many of the wanted frames can be decoded from bytes that are there.
  ///
  /// A pipe gives what it has, so that a live one is heard at once, and never a block that breaks
  /// off, of which libsndfile would make up the rest.
  private func ready(_ wanted: Int) -> Int {
    let wanted = min(wanted, (frames ?? .max) - position)
    guard isPipe, wanted > 0, let file = decoder.file, let block = source.block else {
      return wanted
    }
    func decodable(_ bytes: Int) -> Int {
      let bytes = file.delivered + min(bytes, file.remaining)
      let blocks = bytes / block.length
      return min(wanted, blocks.multipliedReportingOverflow(by: block.frames).0 - position)
    }
    let held = decodable(source.stream.fill(atLeast: 0))
    return held > 0 ? held : decodable(source.stream.fill(atLeast: block.length))
  }

  /// Goes on behind a damage; false at the end, as opposed to a failure.
  func passDamage() throws(AudioFileError) -> Bool {
    if source.stream.failure != 0 { throw .reading(name, source.stream.failure) }
    while let section = sections.popFirst() {
      let file = SampleFile(source.stream, section.pieces)
      // What cannot be opened belongs to the damage.
      guard let next = try? SampleDecoder(file, of: source.stream),
        Int(next.info.samplerate) == rate, Int(next.info.channels) == channels
      else { continue }
      decoder = next
      damages += 1
      place(section, Int(next.info.frames))
      return true
    }
    finish()
    return false
  }

  /// Notes how far a section, of which libsndfile found so many frames, is from what came before.
  private func place(_ section: StreamSection, _ count: Int) {
    let start = section.firstFrame(count, rate: rate)
    missing = max(0, start - position)
    skipped = section.skipped + max(0, position - start)
  }

  /// Notes what is missing at the end.
  private func finish() {
    if mended.isEmpty, !source.stream.wasStopped, let log = source.stream.converter?.log() {
      finish(log)
    }
    // Formats that only estimate their length are allowed a tenth of a second.
    let tolerance = source.block == nil ? rate / 10 : 0
    guard mended.isEmpty, let frames, !source.stream.wasStopped else { return }
    if position + tolerance < frames {
      mended = [.truncated(declared: frames, present: position)]
    } else if isPipe, source.stream.converter == nil, var rest = source.rest {
      let isWhole = source.stream.drain { rest.take($0) }
      if rest.unread >= rest.leastLoss {
        mended = [.unreadInPipe(bytes: rest.unread, orMore: !isWhole)]
      }
    }
  }

  /// Notes what a program says that decoded the whole.
  private func finish(_ log: ConverterLog) {
    if let complaint = log.complaint { mended.append(.decodedWithFaults(complaint)) }
    if let loss = log.missing(after: position, rate: rate) { mended.append(loss) }
  }
}
