/// A line of time-marked conversation: recording, channel, start, duration, word, and more.
struct CTMRow {
  let channel: String
  let start: Double
  let length: Double
  let word: Substring

  init?(_ line: Substring) {
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard fields.count >= 5, let start = Double(fields[2]), let length = Double(fields[3]) else {
      return nil
    }
    channel = String(fields[1])
    self.start = start
    self.length = length
    word = fields[4]
  }
}
