public import Conversation

/// Cuts the detector's segments of both parties into stretches that a recognizer takes.
///
/// It keeps the last seconds of each party's audio, so that a call may be of any length.
public struct SpeechPieces {
  /// The longest stretch that is recognised in one piece: small models lose the thread beyond.
  static let longest = SampleTime(seconds: 12)
  /// What is heard on both sides of a stretch.
  private static let margin = SampleTime(seconds: 0.1)

  private var audio: PartyPair<RecentAudio>
  /// From where the speech under way has not been recognised.
  private var open = PartyPair<SampleTime?>(repeating: nil)
  /// Up to where a long stretch was recognised before it ended.
  private var done = PartyPair<SampleTime>(repeating: .zero)

  /// Creates the cutter of audio at a rate of 8 or 16 kHz.
  public init(rate: EngineRate) {
    audio = PartyPair(repeating: RecentAudio(rate: rate.rawValue))
  }

  /// Takes the next samples of both parties; before the events that they cause.
  public mutating func add(
    agent: UnsafeBufferPointer<Float>, customer: UnsafeBufferPointer<Float>
  ) {
    audio.agent.append(agent)
    audio.customer.append(customer)
  }

  /// Takes the next event, and hands over what it ends: the party, when, and its samples.
  public mutating func take(
    _ event: Event, hear: (Party, Interval, UnsafeBufferPointer<Float>) -> Void
  ) {
    switch event.kind {
    case .speechStarted(let party, let start): open[party] = max(start, done[party])
    case .speechCancelled(let party, _): open[party] = nil
    case .speech(let party, let interval):
      open[party] = nil
      cut(party, from: max(interval.start, done[party]), to: interval.end, hear)
    default: break
    }
    cutLongSpeech(at: event.at, hear: hear)
  }

  /// Hands over the beginning of speech that goes on for long.
  public mutating func cutLongSpeech(
    at now: SampleTime, hear: (Party, Interval, UnsafeBufferPointer<Float>) -> Void
  ) {
    for party in Party.allCases {
      while let start = open[party], now - start >= Self.longest + Self.margin {
        let end = audio[party].quietest(
          from: start + SampleTime(ticks: Self.longest.ticks / 2), to: start + Self.longest)
        cut(party, from: start, to: end, hear)
        open[party] = end
      }
    }
  }

  private mutating func cut(
    _ party: Party, from start: SampleTime, to end: SampleTime,
    _ hear: (Party, Interval, UnsafeBufferPointer<Float>) -> Void
  ) {
    var start = start
    // What was cut where it was quiet is not heard twice.
    var isFirst = start != done[party]
    while start < end {
      let isLong = end - start > Self.longest
      let stop =
        isLong
        ? audio[party].quietest(
          from: start + SampleTime(ticks: Self.longest.ticks / 2), to: start + Self.longest) : end
      audio[party].samples(
        from: start - (isFirst ? Self.margin : .zero), to: stop + (isLong ? .zero : Self.margin)
      ) { hear(party, Interval(start: start, end: stop), $0) }
      start = stop
      isFirst = false
    }
    done[party] = end
  }
}
