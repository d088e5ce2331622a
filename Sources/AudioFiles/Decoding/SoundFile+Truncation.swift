import CSndfile

extension SoundFile {
  /// What libsndfile found missing in a file that it opened itself, such as W64, AIFF and AU.
  ///
  /// It shortens such a file without a word, except in its log: `riff : 128104 (should be 30000)`.
  /// Of some formats not even the log tells; their headers are read once more.
  static func truncation(
    _ handle: OpaquePointer, _ info: SF_INFO, _ stream: ByteStream
  ) -> Repair.Kind? {
    var log = [CChar](repeating: 0, count: 8192)
    sf_command(handle, Int32(SFC_GET_LOG_INFO), &log, Int32(log.count))
    let text = String(decoding: log.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      guard let (declared, present) = sizes(in: line), declared > present else { continue }
      let isLong = Int(info.format) & Int(SF_FORMAT_TYPEMASK) == Int(SF_FORMAT_W64)
      guard declared < (isLong ? WaveExtent.longPlaceholder : WaveExtent.placeholder) else {
        return .unfinishedHeader
      }
      guard let length = sampleLength(info) else { return nil }
      let missing = (declared - present) / (length * Int(info.channels))
      return .truncated(declared: Int(info.frames) + missing, present: Int(info.frames))
    }
    if Int(info.format) & Int(SF_FORMAT_TYPEMASK) == Int(SF_FORMAT_OGG) {
      return OggEnd.isMissing(in: stream) ? .brokenOff : nil
    }
    return DeclaredFrames.read(from: stream, info, sampleLength: sampleLength(info)).map {
      .truncated(declared: $0, present: Int(info.frames))
    }
  }

  /// The sizes in a line such as `SSND : 128008 (should be 29920)`.
  static func sizes(in line: Substring) -> (declared: Int, present: Int)? {
    guard let remark = line.firstRange(of: " (should be "),
      let colon = line[..<remark.lowerBound].lastIndex(of: ":"),
      let declared = Int(line[line.index(after: colon)..<remark.lowerBound].drop { $0 == " " }),
      let present = Int(line[remark.upperBound...].prefix { $0.isNumber })
    else { return nil }
    return (declared, present)
  }

  /// The bytes that a sample takes in the file; nil where samples come in blocks.
  private static func sampleLength(_ info: SF_INFO) -> Int? {
    switch Int(info.format) & Int(SF_FORMAT_SUBMASK) {
    case Int(SF_FORMAT_PCM_S8), Int(SF_FORMAT_PCM_U8), Int(SF_FORMAT_ALAW), Int(SF_FORMAT_ULAW): 1
    case Int(SF_FORMAT_PCM_16): 2
    case Int(SF_FORMAT_PCM_24): 3
    case Int(SF_FORMAT_PCM_32), Int(SF_FORMAT_FLOAT): 4
    case Int(SF_FORMAT_DOUBLE): 8
    default: nil
    }
  }
}
