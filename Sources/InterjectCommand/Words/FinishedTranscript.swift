import Batch
// For `stat`: in an optimized build it is first found in the headers of this module.
import CAlsaCalls
import Glibc

/// A transcript that is whole already, given where words are expected while the call runs.
enum FinishedTranscript {
  /// What finished transcripts begin with: WebVTT, an array, ELAN, Praat.
  private static let signatures = ["WEBVTT", "[", "<", "File type"]
  /// What of a file is looked at.
  private static let looked = 1 << 20

  /// Refuses a file that holds no JSON lines; a pipe, and a file that is still empty, may bring them.
  static func refuse(_ path: String) throws(CommandFailure) {
    var facts = stat()
    guard path != "-", stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    guard isFinished(beginning: beginning(of: path)) else { return }
    throw CommandFailure(
      exitCode: 64,
      message: "--transcript \(path): words come as JSON lines while the call runs, and this is a "
        + "finished transcript; for a recording: interject analyze CALL.wav --transcript \(path)")
  }

  /// Whether a file that begins so is a finished transcript, and no file of JSON lines.
  ///
  /// A single line that is wrong is not enough: it is left out, and the rest is read.
  static func isFinished(beginning: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      decoding: beginning.starts(with: mark) ? beginning.dropFirst(3) : beginning[...],
      as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard let first = lines.first else { return false }
    // An object alone in its line is the beginning of a document, a number that of a caption.
    let isCaption = Int(first) != nil && lines.dropFirst().first?.contains("-->") == true
    return first == "{" || isCaption || signatures.contains(where: first.hasPrefix)
      || first.hasPrefix("{") && lines.allSatisfy(isDocument)
  }

  /// How the names begin in which documents give the times or texts of words, in a list of objects.
  private static let namesOfWords = ["start", "word", "offset"]

  /// Whether a line is an object that has words in it and no start of its own, as no word has.
  private static func isDocument(_ line: String) -> Bool {
    var depth = 0
    var hasWords = false
    var quoted: [UInt8]?
    var isEscaped = false
    for byte in line.utf8 {
      if let text = quoted {
        if !isEscaped, byte == UInt8(ascii: "\"") {
          if depth == 1, text.elementsEqual("start".utf8) { return false }
          hasWords = hasWords || depth > 2 && namesOfWords.contains { text.starts(with: $0.utf8) }
          quoted = nil
        } else {
          quoted?.append(byte)
        }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): quoted = []
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return hasWords
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
