import Batch
// `stat`, of which the headers of this module are the first to tell an optimized build.
import CAlsaCalls
import Glibc

/// A transcript that is whole already, given where words are expected while the call runs.
enum FinishedTranscript {
  /// The formats of finished transcripts that files are named for.
  private static let extensions: Set<String> = [
    "vtt", "srt", "ctm", "textgrid", "eaf", "txt", "xml",
  ]
  /// What of a file is looked at.
  private static let looked = 4096

  /// Refuses a file that holds no JSON lines; a pipe, and a file that is still empty, may bring them.
  static func refuse(_ path: String) throws(CommandFailure) {
    var facts = stat()
    guard path != "-", stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    guard isFinished(named: path, beginning: beginning(of: path)) else { return }
    throw CommandFailure(
      exitCode: 64,
      message: "--transcript \(path): words come as JSON lines while the call runs, and this is a "
        + "finished transcript; for a recording: interject analyze CALL.wav --transcript \(path)")
  }

  /// Whether a file that begins so is no file of JSON lines.
  static func isFinished(named path: String, beginning: [UInt8]) -> Bool {
    let line = beginning.drop { $0 <= UInt8(ascii: " ") }
      .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard let first = line.first else { return false }
    let suffix = path.lastPart.split(separator: ".").last.map { $0.lowercased() }
    if let suffix, extensions.contains(suffix) { return true }
    // An object that goes on in the next line is a document; one that is cut off here may be a line.
    return first != UInt8(ascii: "{")
      || (line.count < looked / 2 && line.last != UInt8(ascii: "}") && beginning.count < looked)
  }

  private static func beginning(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: looked)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, looked) }
    return Array(bytes.prefix(max(0, count)))
  }
}
