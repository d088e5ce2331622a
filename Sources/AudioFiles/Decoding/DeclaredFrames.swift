import CSndfile

/// The frames that the header of a file declares whose missing end libsndfile passes over.
enum DeclaredFrames {
  /// The number for NIST SPHERE, Creative VOC and AVR files; nil where none more are declared.
  ///
  /// NIST counts the samples of each channel. Where a header lies about whole blocks, as sox writes
  /// those of VOC some bytes short, nothing is missing.
  static func read(from stream: ByteStream, _ info: SF_INFO, sampleLength: Int?) -> Int? {
    let present = Int(info.frames)
    let declared: Int? =
      switch Int(info.format) & Int(SF_FORMAT_TYPEMASK) {
      case Int(SF_FORMAT_NIST): sphere(stream)
      case Int(SF_FORMAT_AVR): number(stream.bytes(at: 26, count: 4), isBigEndian: true)
      case Int(SF_FORMAT_VOC):
        sampleLength.flatMap { missingVoice(stream, frameLength: $0 * Int(info.channels)) }
          .map { present + $0 }
      default: nil
      }
    return declared.flatMap { $0 > present ? $0 : nil }
  }

  /// The number in a line such as `sample_count -i 520000` of a header of text.
  private static func sphere(_ stream: ByteStream) -> Int? {
    let header = String(decoding: stream.bytes(at: 0, count: 1024), as: UTF8.self)
    for line in header.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "end_head" { break }
      if words.count == 3, words[0] == "sample_count" { return Int(words[2]) }
    }
    return nil
  }

  /// The frames by which a block is longer than the rest of the file; nil where none is.
  private static func missingVoice(_ stream: ByteStream, frameLength: Int) -> Int? {
    guard let length = stream.length,
      var offset = number(stream.bytes(at: 20, count: 2), isBigEndian: false)
    else { return nil }
    // Blocks of the types 1 to 9 tell their length in three bytes; 0 is the end.
    while offset + 4 <= length {
      let head = stream.bytes(at: offset, count: 4)
      guard let type = head.first, (1...9).contains(type),
        let size = number(Array(head.dropFirst()), isBigEndian: false)
      else { return nil }
      offset += 4 + size
    }
    return offset > length ? (offset - length + frameLength - 1) / frameLength : nil
  }

  private static func number(_ bytes: [UInt8], isBigEndian: Bool) -> Int? {
    bytes.isEmpty ? nil : WaveHeader.number(bytes[...], isBigEndian: isBigEndian)
  }
}
