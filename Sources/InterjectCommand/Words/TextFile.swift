import Batch
import Glibc
import Interject

/// Reads files of text that the user names.
enum TextFile {
  /// Reads a transcript; `namesFormat` says that an option can name its format.
  static func transcript(
    _ path: String, as format: TranscriptFormat? = nil, namesFormat: Bool = true
  ) throws(CommandFailure) -> Transcript {
    let bytes = try bytes(of: path, atMost: TranscriptReader.largest + 1)
    do {
      return try TranscriptReader.read(bytes, as: format)
    } catch {
      let error = namesFormat ? error.withOptions : error
      throw CommandFailure(exitCode: 65, message: "\(path): \(error)")
    }
  }

  /// Reads a table of phrases.
  static func phrases(_ path: String) throws(CommandFailure) -> PhraseTable {
    let text = try text(path)
    do {
      return try PhraseTable(text)
    } catch {
      throw CommandFailure(exitCode: 65, message: "\(path): \(error)")
    }
  }

  /// Reads a small file as it is.
  static func text(_ path: String) throws(CommandFailure) -> String {
    String(decoding: try bytes(of: path, atMost: 1 << 20), as: UTF8.self)
  }

  /// The bytes of a file, or of standard input for -.
  static func bytes(
    of path: String, atMost most: Int
  ) throws(CommandFailure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        exitCode: 66, message: "\(path): \(String(cString: strerror(errno))); name a text file")
    }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    let block = 1 << 18
    // Grown by doubling, a long transcript would take twice its size.
    if let size = FileStamp(path)?.size, size > 0 {
      bytes.reserveCapacity(min(size, most) + block)
    }
    while bytes.count < most {
      let before = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: block))
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: before), block)
      }
      bytes.removeLast(block - max(count, 0))
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        throw CommandFailure(
          exitCode: 66, message: "\(path): \(String(cString: strerror(errno))); name a text file"
        )
      }
      if count == 0 { break }
    }
    return bytes
  }
}
