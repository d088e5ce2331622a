public import Conversation

/// A transcript laid over a call: whose words are whose, and how well they lie where the parties speak.
public struct TranscriptFit: Equatable, Sendable {
  /// The most by which the times of a transcript may be off.
  public static let farthest: SampleTime = SampleTime(seconds: 5)
  /// The least share of words in their party's speech.
  ///
  /// Of two-minute pieces of 200 telephone conversations, all with words 0.3 s off have .84 or more; of
  /// those with another one's words one in a hundred has .70, and with the parties swapped .48.
  public static let leastAlignment = 0.7
  /// The fewest words that say whether a transcript fits.
  public static let fewestWords = 20

  /// By how much a word may miss its segment.
  static let slack = SampleTime(seconds: 0.2)

  /// Each party's words that lie in its speech, by start, cut to its segments.
  public var words: PartyPair<[Word]>
  /// The share of words whose middle lies in their party's speech, from 0 to 1; nil for too few.
  public var alignment: Double?
  /// What was added to the times of the transcript.
  public var offset: SampleTime

  /// Lays words over the speech of their parties, moved as far as fits best.
  ///
  /// - Throws: `TranscriptError` where they do not fit: another call's, or the parties swapped.
  public init(
    _ words: PartyPair<[Word]>, speech: PartyPair<[Interval]>
  ) throws(TranscriptError) {
    let search = AlignmentSearch(words, speech: speech)
    let best = search.best()
    offset = best.offset
    let count = words.agent.count + words.customer.count
    alignment = count >= Self.fewestWords ? best.share : nil
    if let alignment, alignment < Self.leastAlignment {
      let swapped = PartyPair(agent: words.customer, customer: words.agent)
      let isSwapped =
        AlignmentSearch(swapped, speech: speech).best().share >= Self.leastAlignment
      throw TranscriptError(
        isSwapped ? .swappedParties : .notAligned,
        "only \(Int(alignment * 100)) % of the words fall where their party speaks: "
          + (isSwapped ? "the parties are swapped" : "this is another call's transcript"),
        remedy: isSwapped
          ? "call the speakers agent and customer" : "name this recording's transcript")
    }
    self.words = PartyPair(
      agent: words.agent.cut(to: speech.agent, after: best.offset),
      customer: words.customer.cut(to: speech.customer, after: best.offset))
  }
}

extension [Word] {
  /// The words that touch a segment, moved by an offset and cut to it.
  ///
  /// A word up to 0.2 s off counts as the nearest segment's: recognizers' times are no better.
  func cut(to segments: [Interval], after offset: SampleTime) -> [Word] {
    let slack = TranscriptFit.slack
    let segments = segments.sorted { $0.start < $1.start }
    var cut: [Word] = []
    cut.reserveCapacity(count)
    var segment = 0
    for word in self {
      let start = word.interval.start + offset
      let end = word.interval.end + offset
      while segment < segments.count, segments[segment].end + slack <= start { segment += 1 }
      guard segment < segments.count, segments[segment].start < end + slack else { continue }
      // Of two that it touches, the one that holds its middle.
      var home = segments[segment]
      let middle = SampleTime(ticks: (start.ticks + end.ticks) / 2)
      if home.end <= middle, segment + 1 < segments.count, segments[segment + 1].start <= middle {
        home = segments[segment + 1]
      }
      let from = Swift.min(Swift.max(start, home.start), home.end)
      cut.append(
        Word(word.text, Interval(start: from, end: Swift.max(Swift.min(end, home.end), from))))
    }
    return cut
  }

  /// The share of the segments' time in segments with a word.
  func coverage(of segments: [Interval]) -> Double? {
    var all = SampleTime.zero
    var covered = SampleTime.zero
    var word = startIndex
    for segment in segments.sorted(by: { $0.start < $1.start }) {
      all += segment.length
      while word < endIndex, self[word].interval.end <= segment.start,
        self[word].interval.start < segment.start
      {
        word += 1
      }
      if word < endIndex, self[word].interval.start < segment.end { covered += segment.length }
    }
    return all > .zero ? covered.seconds / all.seconds : nil
  }
}
