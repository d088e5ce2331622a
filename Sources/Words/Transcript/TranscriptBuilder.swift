import Conversation

/// Gathers words by speaker while a transcript is read, and mends their times at its end.
struct TranscriptBuilder {
  private struct Track {
    var label: SpeakerLabel
    var words: [Word] = []
    /// The words without times of their own: index and count of those that follow one another.
    var untimed: [Range<Int>] = []
  }

  let format: TranscriptFormat
  var language: String?
  private var tracks: [Track] = []
  private var places: [SpeakerLabel: Int] = [:]

  /// No stream is longer: a week of seconds, far below what a count of ticks holds.
  private static let longest = 604_800.0
  /// No word is longer, in seconds: of one that is, nobody can say when it was said.
  static let longestWord = 10.0

  /// The first word that was left out as it was longer than any is.
  private(set) var overlong: (text: String, seconds: Double)?

  init(_ format: TranscriptFormat) {
    self.format = format
  }

  /// Adds a word, or several that share the times; those of nil lie between the neighbours'.
  mutating func add(
    _ text: String, _ start: Double?, _ end: Double?, _ label: SpeakerLabel
  ) throws(TranscriptError) {
    let pieces = Self.pieces(of: text)
    guard !pieces.isEmpty else { return }
    let track = place(of: label)
    guard let start else {
      let first = tracks[track].words.count
      let nowhere = Interval(start: .zero, end: .zero)
      tracks[track].words += pieces.map { Word($0, nowhere) }
      return tracks[track].untimed.append(first..<first + pieces.count)
    }
    guard start.isFinite, start > -1, start < Self.longest, end.map(\.isFinite) ?? true else {
      throw TranscriptError(
        .damaged, "“\(pieces[0])” cannot be at \(start) s",
        remedy: "write times in this format's unit")
    }
    let stop = min(max(end ?? start, start), Self.longest)
    let length = Double(pieces.reduce(0) { $0 + $1.count + 1 })
    var passed = 0.0
    for piece in pieces {
      let begin = start + (stop - start) * passed / length
      passed += Double(piece.count + 1)
      let until = start + (stop - start) * passed / length
      guard until - begin <= Self.longestWord else {
        overlong = overlong ?? (piece, until - begin)
        continue
      }
      tracks[track].words.append(
        Word(
          piece,
          Interval(
            start: SampleTime(seconds: max(begin, 0)), end: SampleTime(seconds: max(until, 0)))))
    }
  }

  /// Adds words with the times of each, spelt as in `display` where that has as many.
  mutating func add(
    _ words: [(text: String, start: Double?, end: Double?)], display: String?,
    _ label: SpeakerLabel
  ) throws(TranscriptError) {
    let shown = display.map(Self.pieces) ?? []
    for (index, word) in words.enumerated() {
      var text = word.text
      if shown.count == words.count {
        text = shown[index]
      } else if index == words.count - 1, let mark = shown.last?.last, ".?!".contains(mark),
        text.last != mark
      {
        text.append(mark)
      }
      try add(text, word.start, word.end, label)
    }
  }

  /// Puts a mark behind the speaker's last word.
  mutating func add(punctuation mark: String, _ label: SpeakerLabel) {
    let mark = mark.filter { !$0.isWhitespace }
    guard let track = places[label], let last = tracks[track].words.indices.last else { return }
    tracks[track].words[last].text += mark
  }

  /// The transcript; words without times lie between their neighbours.
  consuming func transcript() throws(TranscriptError) -> Transcript {
    for index in tracks.indices {
      for range in Self.joined(tracks[index].untimed) { tracks[index].words.place(range) }
      tracks[index].words.sort { $0.interval.start < $1.interval.start }
    }
    let spoken = tracks.filter { !$0.words.isEmpty }
    guard !spoken.isEmpty else {
      throw TranscriptError(
        .noWords, "no words in this transcript (read as \(format.rawValue))",
        remedy: TranscriptReader.knownShapes)
    }
    return Transcript(
      format: format, language: language,
      tracks: spoken.map { Transcript.Track(label: $0.label, words: $0.words) })
  }

  private mutating func place(of label: SpeakerLabel) -> Int {
    if let place = places[label] { return place }
    places[label] = tracks.count
    tracks.append(Track(label: label))
    return tracks.count - 1
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// The words in a text, without the remarks of recognizers and captioners in brackets.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var closing: Character?
    for piece in text.split(whereSeparator: \.isWhitespace) {
      if closing == nil, let first = piece.first, let end = Self.brackets[first] { closing = end }
      guard let end = closing else {
        // Tokens of a model that are no speech, such as <|endoftext|>.
        if piece.contains(where: { $0.isLetter || $0.isNumber }), !piece.hasPrefix("<|") {
          pieces.append(String(piece))
        } else if let last = pieces.indices.last, piece.allSatisfy(\.isPunctuation) {
          pieces[last] += piece
        }
        continue
      }
      if piece.contains(end) { closing = nil }
    }
    return pieces
  }

  private static let brackets: [Character: Character] = ["[": "]", "(": ")", "♪": "♪", "*": "*"]
}

extension [Word] {
  /// Spreads a run of words without times over the time between its neighbours, at most 0.4 s each.
  fileprivate mutating func place(_ run: Range<Int>) {
    let each = SampleTime(seconds: 0.4)
    let before = run.lowerBound > 0 ? self[run.lowerBound - 1].interval.end : nil
    let after = run.upperBound < count ? self[run.upperBound].interval.start : nil
    var length = each
    var start = before ?? .zero
    if let after {
      let room = Swift.max(after - start, .zero)
      length = SampleTime(ticks: Swift.min(each.ticks, room.ticks / run.count))
      if before == nil { start = after - SampleTime(ticks: length.ticks * run.count) }
    }
    for index in run {
      self[index].interval = Interval(start: start, end: start + length)
      start += length
    }
  }
}
