import Batch
// For `stat`: in an optimized build it is first found in the headers of this module.
import CAlsaCalls
import Glibc
import Interject

/// A transcript that is whole already, given where words are expected while the call runs.
enum FinishedTranscript {
  /// What finished transcripts begin with: WebVTT, an array, ELAN, Praat.
  private static let signatures = ["WEBVTT", "[", "<", "File type"]
  /// What of a text is looked at.
  private static let looked = 1 << 20

  /// Refuses a file that holds no JSON lines; a pipe, and a file that is still empty, may bring them.
  static func refuse(_ path: String) throws(CommandFailure) {
    var facts = stat()
    guard path != "-", stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    // One that cannot be read is refused where it is opened for good.
    let bytes = (try? TextFile.bytes(of: path, atMost: TranscriptReader.largest)) ?? []
    guard isFinished(bytes) else { return }
    throw CommandFailure(
      exitCode: 64,
      message: "--transcript \(path): words come as JSON lines while the call runs, and this is a "
        + "finished transcript; for a recording: interject analyze CALL.wav --transcript \(path)")
  }

  /// Whether a file is a finished transcript, and no file of JSON lines.
  ///
  /// A single line that is wrong is not enough: it is left out, and the rest is read.
  static func isFinished(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      decoding: bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).prefix(looked), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard let first = lines.first else { return false }
    // An object alone in its line is the beginning of a document, a number that of a caption.
    let isCaption = Int(first) != nil && lines.dropFirst().first?.contains("-->") == true
    return first == "{" || isCaption || signatures.contains(where: first.hasPrefix)
      || first.hasPrefix("{") && TranscriptReader.isDocument(bytes)
  }
}
