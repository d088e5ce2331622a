import AudioFiles

extension AudioFileError.Code {
  /// The exit code that the command ends with, after sysexits.h.
  var exitCode: Int32 {
    switch self {
    case .sameChannel, .invalidRawFormat, .delayedPipe: 64
    case .noSuchFile, .unreadable: 66
    case .readFailed: 74
    default: 65
    }
  }
}
