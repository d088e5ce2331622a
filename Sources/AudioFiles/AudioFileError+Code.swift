extension AudioFileError {
  /// The kind of fault.
  public struct Code: Hashable, Sendable {
    /// The identifier of the fault.
    public let name: String

    /// There is no such file.
    public static let noSuchFile: Code = Code(name: "no_such_file")
    /// The file must not be read.
    public static let unreadable: Code = Code(name: "unreadable")
    /// The name is a folder's.
    public static let folder: Code = Code(name: "folder")
    /// The file or the pipe has no bytes.
    public static let empty: Code = Code(name: "empty")
    /// The name is that of a socket, or of a device that does not exist.
    public static let noDevice: Code = Code(name: "no_device")
    /// The bytes are no audio.
    public static let notAudio: Code = Code(name: "not_audio")
    /// The bytes of a pipe are no WAV.
    public static let notWave: Code = Code(name: "not_wave")
    /// The header of a WAV breaks off or contradicts itself.
    public static let damagedHeader: Code = Code(name: "damaged_header")
    /// The header is there, and no sample after it.
    public static let noSamples: Code = Code(name: "no_samples")
    /// The format is known, but its decoder makes nothing of the bytes.
    public static let undecodable: Code = Code(name: "undecodable")
    /// The encoding of the samples is not known.
    public static let unsupportedEncoding: Code = Code(name: "unsupported_encoding")
    /// The sample rate is below 8 kHz or above 192 kHz.
    public static let unsupportedRate: Code = Code(name: "unsupported_rate")
    /// There is one channel where two parties are needed.
    public static let oneChannel: Code = Code(name: "one_channel")
    /// There are more channels than parties, and nobody chose.
    public static let ambiguousChannels: Code = Code(name: "ambiguous_channels")
    /// The chosen channel does not exist.
    public static let noSuchChannel: Code = Code(name: "no_such_channel")
    /// Both parties were given the same channel.
    public static let sameChannel: Code = Code(name: "same_channel")
    /// The description of raw samples cannot be understood.
    public static let invalidRawFormat: Code = Code(name: "invalid_raw_format")
    /// A pipe cannot be read twice, as a delay between its channels would need.
    public static let delayedPipe: Code = Code(name: "delayed_pipe")
    /// It is longer than any call, or than what takes it can hold.
    public static let tooLong: Code = Code(name: "too_long")
    /// Reading failed.
    public static let readFailed: Code = Code(name: "read_failed")
  }
}
