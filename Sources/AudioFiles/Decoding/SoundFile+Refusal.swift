import CSndfile

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
      .empty, at: name, problem: "no samples came", remedy: "check the program that writes them")
  }

  /// The error for a sample rate that is out of range.
  static func unsupportedRate(_ name: String, _ rate: Int) -> AudioFileError {
    AudioFileError(
      .unsupportedRate, at: name,
      problem: "its sample rate of \(rate) Hz is not between \(rates.lowerBound) and"
        + " \(rates.upperBound) Hz",
      remedy: "resample it, or where the header is wrong read its samples with --raw")
  }

  /// The error for what libsndfile did not open.
  static func refusal(_ name: String, _ failure: Int32, _ reason: String) -> AudioFileError {
    switch Int(failure) {
    case Int(SF_ERR_UNRECOGNISED_FORMAT):
      return AudioFileError(
        .notAudio, at: name, problem: "is not audio",
        remedy: "give a WAV, FLAC, Ogg or AIFF file, or say what its samples are with --raw")
    case Int(SF_ERR_SYSTEM):
      return AudioFileError(
        .readFailed, at: name, problem: "reading failed (\(reason))",
        remedy: "check the disk or the connection and try again")
    default:
      let line = reason.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason"
      return AudioFileError(
        Int(failure) == Int(SF_ERR_UNSUPPORTED_ENCODING) ? .unsupportedEncoding : .damagedHeader,
        at: name, problem: "cannot be decoded (\(line))",
        remedy: "get the recording again, or convert it to WAV")
    }
  }

  /// Refuses what no engine rate can be made of.
  func checkRate() throws(AudioFileError) {
    guard SoundFile.rates.contains(rate) else { throw SoundFile.unsupportedRate(name, rate) }
    guard frames != 0 else { throw SoundFile.noSamples(name) }
  }
}
