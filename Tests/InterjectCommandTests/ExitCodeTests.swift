import AudioFiles
import Testing

@testable import InterjectCommand

@Suite struct ExitCodeTests {
  /// Those of sysexits.h, which scripts go by.
  @Test(arguments: [
    (AudioFileError.Code.sameChannel, Int32(64)), (.invalidRawFormat, 64), (.delayedPipe, 64),
    (.folder, 65), (.empty, 65), (.notAudio, 65), (.damagedHeader, 65), (.noSamples, 65),
    (.unsupportedEncoding, 65), (.unsupportedRate, 65), (.oneChannel, 65), (.ambiguousChannels, 65),
    (.noSuchChannel, 65), (.tooLong, 65), (.noDevice, 65), (.notWave, 65), (.undecodable, 65),
    (.noSuchFile, 66), (.unreadable, 66), (.readFailed, 74),
  ])
  func aFaultOfARecordingHasItsExitCode(_ fault: AudioFileError.Code, _ code: Int32) {
    #expect(fault.exitCode == code)
  }
}
