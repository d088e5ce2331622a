import Conversation

/// What `ffmpeg` says of a file: how long it is, and what is wrong with it.
///
/// It hears the lines as they come, such as `[mov @ 0x5581] [error] moov atom not found`, and keeps
/// only what tells of these.
struct ConverterLog: Equatable {
  /// The first thing that is wrong, in its own words.
  private(set) var complaint: String?

  /// Nil until its line has come, of which the first counts.
  private var declared: SampleTime??
  private var isEstimated = false
  private var streams = 0
  /// Whether the lines that come are about what it reads, not what it writes.
  private var isInput = false
  /// That of the last line that had one.
  private var level: Substring?
  /// The beginning of a line whose end has not come.
  private var unfinished: [UInt8] = []

  /// As much as is kept of a line.
  private static let longestLine = 1 << 12

  /// The length that the file declares; nil where it declares none, and where there are several
  /// streams, since the longest one's need not be that of the one that is read.
  var length: SampleTime? { isEstimated || streams > 1 ? nil : declared ?? nil }

  /// What is missing behind so many frames; nil where nothing is known to be.
  func missing(after frames: Int, rate: Int) -> Repair.Kind? {
    // Coders round to their frames, and count what they put before the first sample.
    let present = Double(frames) / Double(rate) + 0.5
    let length = length?.seconds
    if present >= Double(Converter.longest), length.map({ $0 > present }) ?? true {
      return .cut(after: SampleTime(seconds: Double(Converter.longest)))
    }
    guard let length, present < length else { return nil }
    return .truncated(declared: Int((length * Double(rate)).rounded()), present: frames)
  }

  /// Takes bytes of its lines, which only a line feed ends: tags hold whatever else ends lines.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        finishLine()
      } else if unfinished.count < ConverterLog.longestLine {
        unfinished.append(byte)
      }
    }
  }

  /// Notes that the program has ended, and how: 0 is well.
  mutating func end(status: Int32) {
    finishLine()
    if status != 0 { complain("it ended with \(status)") }
  }

  private mutating func finishLine() {
    if unfinished.last == UInt8(ascii: "\r") { unfinished.removeLast() }
    let line = String(decoding: unfinished, as: UTF8.self)
    unfinished.removeAll(keepingCapacity: true)
    let (own, words) = ConverterLog.parts(of: line[...])
    level = own ?? level
    switch own ?? level {
    case "info" where own != nil: take(words)
    case "warning" where own != nil:
      isEstimated = isEstimated || words.hasPrefix("Estimating duration")
    // Before any line with a level somebody else speaks, such as a loader.
    case "error", "fatal", "panic", nil: complain(words)
    // A line without a level goes on with the one before.
    default: break
    }
  }

  private mutating func complain(_ words: Substring) {
    let words = words.drop { $0 == " " }.prefix(200)
    if complaint == nil, !words.isEmpty { complaint = String(words) }
  }

  /// Takes a line about the file and its streams.
  private mutating func take(_ words: Substring) {
    if words.hasPrefix("Input #0") {
      isInput = true
    } else if words.hasPrefix("Stream mapping") {
      isInput = false
    } else if isInput, declared == nil, words.hasPrefix("  Duration: ") {
      declared = .some(ConverterLog.length(words.dropFirst(12)))
    } else if isInput, words.hasPrefix("  Stream #0:"), !words.hasSuffix("(attached pic)") {
      // The longest one makes the declared length, be it chapters or subtitles.
      streams += 1
    }
  }

  /// The length that comes out of `01:01:05.02, start: 5.000000, bitrate: 41 kb/s`.
  ///
  /// What begins late is moved to the front. Beyond any recording, how much does not matter.
  private static func length(_ words: Substring) -> SampleTime? {
    let fields = words.split(separator: ",")
    let parts = (fields.first ?? "").split(separator: ":").map { Double($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2]
    else { return nil }
    let end = (hours * 60 + minutes) * 60 + seconds
    var start = 0.0
    if fields.count > 1, fields[1].hasPrefix(" start: ") {
      start = Double(fields[1].dropFirst(8)) ?? 0
    }
    return SampleTime(seconds: max(0, min(Double(SoundFile.longest), end - max(0, start))))
  }

  private static let levels: Set<Substring> = [
    "panic", "fatal", "error", "warning", "info",
  ]

  /// The level of a line, if it has one, and the words without it and without who says them.
  private static func parts(of line: Substring) -> (level: Substring?, words: Substring) {
    var rest = line
    while rest.first == "[", let end = rest.firstIndex(of: "]") {
      let word = rest[..<end].dropFirst()
      rest = rest[end...].dropFirst()
      if rest.first == " " { rest = rest.dropFirst() }
      if levels.contains(word) { return (word, rest) }
    }
    return (nil, rest)
  }
}
