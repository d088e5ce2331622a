/// What headerless samples are, as in `s16le:8000:2`: encoding, sample rate, channels.
public struct RawFormat: Hashable, Sendable {
  /// How one sample is written.
  public var encoding: RawEncoding
  /// The sample rate in hertz, 8000 to 192000.
  public var rate: Int
  /// The interleaved channels, 1 to 1024.
  public var channels: Int

  /// Creates a description of samples.
  public init(encoding: RawEncoding, rate: Int, channels: Int) {
    self.encoding = encoding
    self.rate = rate
    self.channels = channels
  }

  /// Creates a description from its text, `ENCODING:RATE:CHANNELS`.
  ///
  /// - Throws: `AudioFileError` with the code `invalidRawFormat`.
  public init(argument: String) throws(AudioFileError) {
    func refuse(_ problem: String, _ remedy: String) -> AudioFileError {
      AudioFileError(.invalidRawFormat, at: argument, problem: problem, remedy: remedy)
    }
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw refuse("this is not ENCODING:RATE:CHANNELS", "write, for example, s16le:8000:2")
    }
    guard let encoding = RawEncoding(rawValue: parts[0].lowercased()) else {
      let known = RawEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw refuse("the encoding \"\(parts[0])\" is not known", "use one of \(known)")
    }
    guard let rate = Int(parts[1]), SoundFile.rates.contains(rate) else {
      throw refuse("the rate \"\(parts[1])\" is not a number of hertz", "use 8000 to 192000")
    }
    guard let channels = Int(parts[2]), SoundFile.channelCounts.contains(channels) else {
      throw refuse("\"\(parts[2])\" is not a number of channels", "use 1 to 1024, usually 2")
    }
    self.init(encoding: encoding, rate: rate, channels: channels)
  }
}
