import Conversation

/// What `ffmpeg` says of a file: how long it is, and what is wrong with it.
struct ConverterLog: Equatable {
  /// The first thing that is wrong, in its own words.
  private(set) var complaint: String?

  private var declared: SampleTime?
  private var isEstimated = false
  private var streams = 0

  /// The length that the file declares; nil where it declares none.
  ///
  /// That of several streams is the longest one's, which need not be the one that is read: only with
  /// a complaint does it tell of a missing end.
  var length: SampleTime? {
    isEstimated || streams > 1 && complaint == nil ? nil : declared
  }

  /// Reads lines such as `[mov @ 0x5581] [error] moov atom not found`.
  init(_ text: String) {
    var isInput = true
    for line in text.split(whereSeparator: \.isNewline) {
      let (level, words) = Self.parts(of: line)
      switch level {
      case "info" where words.hasPrefix("Stream mapping"): isInput = false
      case "info" where isInput: take(words)
      case "warning": isEstimated = isEstimated || words.hasPrefix("Estimating duration")
      case "error", "fatal", "panic": complain(words)
      // What begins with a space goes on with the value of a tag; the rest is another's, as of a loader.
      case nil where line.first != " ": complain(words)
      default: break
      }
    }
  }

  private mutating func complain(_ words: Substring) {
    complaint = complaint ?? String(words.drop { $0 == " " }.prefix(200))
  }

  /// Takes a line about the file and its streams.
  private mutating func take(_ words: Substring) {
    if words.hasPrefix("  Duration: ") {
      let parts = words.dropFirst(12).prefix { $0 != "," }.split(separator: ":").map { Double($0) }
      if parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2] {
        declared = SampleTime(seconds: (hours * 60 + minutes) * 60 + seconds)
      }
    } else if words.hasPrefix("  Stream #0:"), !words.hasSuffix("(attached pic)") {
      streams += 1
    }
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
