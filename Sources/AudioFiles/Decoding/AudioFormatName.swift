/// The formats that are recognized to say what a pipe carries instead of WAV.
enum AudioFormatName: String {
  case flac = "FLAC"
  case ogg = "Ogg"
  case aiff = "AIFF"
  case wave64 = "W64"
  case mp3 = "MP3"

  /// Recognises a format by the first bytes.
  init?(beginning bytes: [UInt8]) {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("fLaC") {
      self = .flac
    } else if begins("OggS") {
      self = .ogg
    } else if begins("FORM") {
      self = .aiff
    } else if begins("riff") {
      self = .wave64
    } else if begins("ID3") || bytes.withUnsafeBytes({ MpegFrame($0, at: 0) }) != nil {
      self = .mp3
    } else {
      return nil
    }
  }
}
