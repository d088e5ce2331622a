import CSndfile
import Glibc

extension SoundFile {
  /// The error for a header without samples.
  static func noSamples(_ name: String) -> AudioFileError {
    AudioFileError(
      .noSamples, at: name, problem: "has a header but no samples",
      remedy: "get the recording again")
  }

  /// The error for a pipe of headerless samples that ended before a whole frame had come.
  static func nothingCame(_ name: String) -> AudioFileError {
    AudioFileError(
      .empty, at: name, problem: "no samples arrived", remedy: "check the program that writes them")
  }

  /// The error for a sample rate that is out of range.
  static func unsupportedRate(_ name: String, _ rate: Int) -> AudioFileError {
    AudioFileError(
      .unsupportedRate, at: name,
      problem: "its sample rate of \(rate) Hz is not between \(rates.lowerBound) and"
        + " \(rates.upperBound) Hz",
      remedy: "resample it, for example with sox")
  }

  /// The error for a codec that nothing here decodes.
  static func undecodable(_ name: String, _ codec: String) -> AudioFileError {
    let stem = name.hasSuffix(".wav") ? String(name.dropLast(4)) : name
    return AudioFileError(
      .unsupportedEncoding, at: name, problem: "its codec \(codec) cannot be decoded here",
      remedy: "convert it: ffmpeg -i \(quoted(name)) -c:a pcm_s16le \(quoted(stem + "-pcm.wav"))")
  }

  /// The error for a format that needs a program which is not there.
  static func unconverted(
    _ name: String, _ format: ForeignFormat, _ refusal: Converter.Refusal
  ) -> AudioFileError {
    switch refusal {
    case .missing:
      AudioFileError(
        .unsupportedEncoding, at: name, problem: "is \(format.name), which needs ffmpeg to decode",
        remedy: "install it: sudo apt-get install ffmpeg")
    case .failed(let number):
      AudioFileError(
        .readFailed, at: name,
        problem: "is \(format.name), and ffmpeg cannot be started"
          + " (\(String(cString: strerror(number))))",
        remedy: "try again, or convert it to WAV")
    }
  }

  /// A name as a shell takes it for one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      byte > 127 || "+,-./:@_".utf8.contains(byte) || (48...57).contains(byte)
        || (65...90).contains(byte & 0xDF)
    }
    guard !isPlain || name.first == "-" else { return name }
    let pieces = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }

  /// The error for what libsndfile did not open.
  static func refusal(_ name: String, _ failure: Int32, _ reason: String) -> AudioFileError {
    switch Int(failure) {
    case Int(SF_ERR_UNRECOGNISED_FORMAT):
      return AudioFileError(
        .notAudio, at: name, problem: "is not audio",
        remedy: "give a WAV, FLAC, Ogg or AIFF file")
    case Int(SF_ERR_SYSTEM):
      return AudioFileError(
        .readFailed, at: name, problem: "reading failed (\(reason))",
        remedy: "check the disk or the connection and try again")
    default:
      // Some faults in a header make libsndfile say that there is no file.
      let isOdd = reason.hasPrefix("File does not exist")
      let line =
        isOdd
        ? "its header makes no sense"
        : reason.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason given"
      return AudioFileError(
        Int(failure) == Int(SF_ERR_UNSUPPORTED_ENCODING) ? .unsupportedEncoding : .undecodable,
        at: name, problem: "cannot be decoded (\(line))",
        remedy: "get the recording again, or convert it to WAV")
    }
  }

  /// Refuses what no engine rate can be made of.
  func checkRate() throws(AudioFileError) {
    guard SoundFile.rates.contains(rate) else { throw SoundFile.unsupportedRate(name, rate) }
    guard frames != 0 else { throw SoundFile.noSamples(name) }
    if let frames, frames / rate > SoundFile.longest {
      throw AudioFileError(
        .tooLong, at: name,
        problem: "is \(frames / rate / 3600) hours long, longer than any call",
        remedy: "check where it came from, and cut it")
    }
  }
}
