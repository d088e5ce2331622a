public import Conversation

/// Hands the detector's segments of both parties to a recognizer, and gathers the words.
///
/// It keeps the last seconds of each party's audio, so that a call may be of any length.
public struct SpeechRecognition {
  /// The longest stretch that is recognised in one piece: small models lose the thread beyond.
  static let longest = SampleTime(seconds: 12)
  /// What is heard on both sides of a stretch.
  private static let margin = SampleTime(seconds: 0.1)

  /// Each party's words so far, by start.
  public private(set) var words: PartyPair<[Word]> = PartyPair(repeating: [])
  private let recognizer: any Recognizer
  private let rate: Int
  private var audio: PartyPair<RecentAudio>
  /// From where the speech under way has not been recognised.
  private var open = PartyPair<SampleTime?>(repeating: nil)
  /// Up to where a long stretch was recognised before it ended.
  private var done = PartyPair<SampleTime>(repeating: .zero)

  /// Creates a recognition of audio at a rate of 8 or 16 kHz.
  public init(recognizer: any Recognizer, rate: EngineRate) {
    self.recognizer = recognizer
    self.rate = rate.rawValue
    audio = PartyPair(repeating: RecentAudio(rate: rate.rawValue))
  }

  /// Takes the next samples of both parties; before the events that they cause.
  public mutating func add(
    agent: UnsafeBufferPointer<Float>, customer: UnsafeBufferPointer<Float>
  ) {
    audio.agent.append(agent)
    audio.customer.append(customer)
  }

  /// Takes the next event, and recognises what it ends.
  public mutating func take(_ event: Event) {
    switch event.kind {
    case .speechStarted(let party, let start): open[party] = max(start, done[party])
    case .speechCancelled(let party, _): open[party] = nil
    case .speech(let party, let interval):
      open[party] = nil
      recognize(party, from: max(interval.start, done[party]), to: interval.end)
    default: break
    }
    cutLongSpeech(at: event.at)
  }

  /// Recognises the beginning of speech that goes on for long.
  public mutating func cutLongSpeech(at now: SampleTime) {
    for party in Party.allCases {
      while let start = open[party], now - start >= Self.longest + Self.margin {
        let end = audio[party].quietest(
          from: start + SampleTime(ticks: Self.longest.ticks / 2), to: start + Self.longest)
        recognize(party, from: start, to: end)
        open[party] = end
      }
    }
  }

  private mutating func recognize(_ party: Party, from start: SampleTime, to end: SampleTime) {
    var start = start
    // What was cut where it was quiet is not heard twice.
    var isFirst = start != done[party]
    while start < end {
      let isLong = end - start > Self.longest
      let stop =
        isLong
        ? audio[party].quietest(
          from: start + SampleTime(ticks: Self.longest.ticks / 2), to: start + Self.longest) : end
      let said = audio[party].samples(
        from: start - (isFirst ? Self.margin : .zero), to: stop + (isLong ? .zero : Self.margin)
      ) { recognizer.words(in: $0, rate: rate) }
      words[party].append(contentsOf: Self.spread(said, from: start, to: stop))
      start = stop
      isFirst = false
    }
    done[party] = end
  }

  /// Lays words over a stretch by their letters, since small models give no times.
  private static func spread(
    _ said: [String], from start: SampleTime, to end: SampleTime
  ) -> [Word] {
    let letters = said.reduce(0) { $0 + $1.count + 1 }
    var passed = 0
    return said.map { text in
      let begin = start + SampleTime(ticks: (end - start).ticks * passed / letters)
      passed += text.count + 1
      let stop = start + SampleTime(ticks: (end - start).ticks * passed / letters)
      return Word(text, Interval(start: begin, end: stop))
    }
  }
}
