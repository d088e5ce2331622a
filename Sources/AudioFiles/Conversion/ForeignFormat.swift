/// A format that libsndfile does not open, as `ffmpeg` calls the part of it that does.
///
/// Playlists and other files that name files are not among them.
struct ForeignFormat: Equatable {
  /// The name for people.
  let name: String
  /// The name for `ffmpeg -f`.
  let demuxer: String

  private init(_ name: String, _ demuxer: String) {
    self.name = name
    self.demuxer = demuxer
  }

  /// The bytes from the beginning of a file that recognising one takes.
  static let beginningLength = 400

  /// Recognises a format by the first bytes of a file.
  init?(beginning bytes: [UInt8]) {
    func holds(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    func begins(_ numbers: [UInt8]) -> Bool { bytes.starts(with: numbers) }
    let isTransport = bytes.count > 376 && [0, 188, 376].allSatisfy { bytes[$0] == 0x47 }
    if ["ftyp", "moov", "wide", "mdat"].contains(where: { holds($0, at: 4) }) {
      self.init("M4A or MP4", "mov")
    } else if begins([0x1A, 0x45, 0xDF, 0xA3]) {
      self.init("WebM or Matroska", "matroska")
    } else if holds("#!AMR") {
      self.init("AMR", "amr")
    } else if bytes.count > 1, bytes[0] == 0xFF, bytes[1] & 0xF6 == 0xF0 {
      self.init("AAC", "aac")
    } else if begins([0x30, 0x26, 0xB2, 0x75]) {
      self.init("Windows Media", "asf")
    } else if holds("RIFF"), holds("AVI ", at: 8) {
      self.init("AVI", "avi")
    } else if holds("FLV\u{1}") {
      self.init("Flash video", "flv")
    } else if isTransport {
      self.init("an MPEG transport stream", "mpegts")
    } else if begins([0, 0, 1, 0xBA]) {
      self.init("an MPEG programme stream", "mpeg")
    } else if holds("wvpk") {
      self.init("WavPack", "wv")
    } else if holds("MAC ") {
      self.init("Monkey's Audio", "ape")
    } else if begins([0x0B, 0x77]) {
      self.init("AC-3", "ac3")
    } else {
      return nil
    }
  }
}
