public import Conversation

/// Reads transcripts of every shape that is known.
public enum TranscriptReader {
  /// The most bytes of a transcript: ten times those of a day in the wordiest shape.
  public static let largest = 256 << 20

  /// Reads a transcript in a format, or in the one that its shape shows.
  ///
  /// - Throws: `TranscriptError`, with a line number where the text has a fault.
  public static func read(
    _ bytes: [UInt8], as format: TranscriptFormat? = nil
  ) throws(TranscriptError) -> Transcript {
    guard bytes.count <= largest else {
      throw TranscriptError(
        .tooLarge, "more than \(largest >> 20) MiB, too much for the transcript of a call",
        remedy: "name the transcript of one call")
    }
    let text = try plain(bytes)
    guard let first = text.first(where: { $0 > 32 }) else {
      throw TranscriptError(
        .empty, "this transcript is empty", remedy: "save it again, or leave it out")
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try json(JSONDocument(text), format)
    }
    guard let lines = String(validating: text, as: UTF8.self) else {
      throw TranscriptError(
        .notText, "this transcript is not UTF-8",
        remedy: "convert it, for example with iconv -f latin1 -t utf8")
    }
    return try readText(lines, format)
  }

  private static func json(
    _ document: JSONDocument, _ chosen: TranscriptFormat?
  ) throws(TranscriptError) -> Transcript {
    guard let format = chosen ?? document.values.lazy.compactMap(shape(of:)).first else {
      throw TranscriptError(
        .unknownShape, "this JSON is not in a known transcript format", remedy: knownShapes)
    }
    var builder = TranscriptBuilder(format)
    for value in document.values { try builder.add(value) }
    return try builder.transcript()
  }

  private static func readText(
    _ text: String, _ chosen: TranscriptFormat?
  ) throws(TranscriptError) -> Transcript {
    guard let format = chosen ?? shape(ofText: text) else {
      throw TranscriptError(
        .unknownShape, "this file is not in a known transcript format", remedy: knownShapes)
    }
    var builder = TranscriptBuilder(format)
    switch format {
    case .subRip, .webVTT: try builder.add(captions: text)
    case .ctm: try builder.add(ctm: text)
    case .textGrid: try builder.add(textGrid: text)
    case .elan: try builder.add(elan: text)
    default:
      throw TranscriptError(
        .unknownShape, "this file is not JSON, as \(format.rawValue) should be", remedy: knownShapes
      )
    }
    return try builder.transcript()
  }

  /// The text without a mark of byte order, in UTF-8: Praat writes UTF-16 beyond ASCII.
  static func plain(_ bytes: [UInt8]) throws(TranscriptError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (low, high) = isLittle ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[low]) | UInt16(bytes[high]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  static let knownShapes =
    "convert it to WebVTT, SRT or JSON lines with the times of words"
}
