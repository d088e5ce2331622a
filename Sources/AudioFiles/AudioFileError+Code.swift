extension AudioFileError {
  /// The kind of fault, and the exit code that a command ends with.
  public struct Code: Hashable, Sendable {
    /// The identifier of the fault.
    public let name: String
    /// The exit code after sysexits.h: 64 usage, 65 data, 66 no input, 74 input or output.
    public let exitCode: Int32

    /// There is no such file.
    public static let noSuchFile: Code = Code(name: "no_such_file", exitCode: 66)
    /// The file must not be read.
    public static let unreadable: Code = Code(name: "unreadable", exitCode: 66)
    /// The name is a folder's.
    public static let folder: Code = Code(name: "folder", exitCode: 65)
    /// The file or the pipe has no bytes.
    public static let empty: Code = Code(name: "empty", exitCode: 65)
    /// The bytes are no audio, or no audio that can be read from there.
    public static let notAudio: Code = Code(name: "not_audio", exitCode: 65)
    /// The header breaks off or contradicts itself.
    public static let damagedHeader: Code = Code(name: "damaged_header", exitCode: 65)
    /// The header is there, and no sample after it.
    public static let noSamples: Code = Code(name: "no_samples", exitCode: 65)
    /// The encoding of the samples is not known.
    public static let unsupportedEncoding: Code = Code(name: "unsupported_encoding", exitCode: 65)
    /// The sample rate is below 8 kHz or above 192 kHz.
    public static let unsupportedRate: Code = Code(name: "unsupported_rate", exitCode: 65)
    /// There is one channel where two parties are needed.
    public static let oneChannel: Code = Code(name: "one_channel", exitCode: 65)
    /// There are more channels than parties, and nobody chose.
    public static let ambiguousChannels: Code = Code(name: "ambiguous_channels", exitCode: 65)
    /// The chosen channel does not exist.
    public static let noSuchChannel: Code = Code(name: "no_such_channel", exitCode: 65)
    /// Both parties were given the same channel.
    public static let sameChannel: Code = Code(name: "same_channel", exitCode: 64)
    /// The description of raw samples cannot be understood.
    public static let invalidRawFormat: Code = Code(name: "invalid_raw_format", exitCode: 64)
    /// A pipe cannot be read twice, as a delay between its channels would need.
    public static let delayedPipe: Code = Code(name: "delayed_pipe", exitCode: 64)
    /// It is longer than what takes it can hold.
    public static let tooLong: Code = Code(name: "too_long", exitCode: 65)
    /// Reading failed.
    public static let readFailed: Code = Code(name: "read_failed", exitCode: 74)
  }
}
