public import Conversation

/// Who truly spoke when in a call, to measure delays against.
public struct CallReference: Sendable {
  /// Where a party begins to speak inside the other's speech.
  public struct Onset: Hashable, Sendable {
    /// The one who comes later.
    public var by: Party
    /// Where it begins.
    public var start: SampleTime

    /// Creates an onset.
    public init(by: Party, start: SampleTime) {
      self.by = by
      self.start = start
    }
  }

  /// The speech of each party in the order of time, pauses below 180 ms bridged.
  public let speech: PartyPair<[Interval]>
  /// Where overlaps begin, in the order of time.
  public let overlaps: [Onset]
  /// Where interruptions begin, in the order of time.
  public let interruptions: [Onset]
  /// The onsets of which nobody has said whether they interrupt.
  public let unjudged: [Onset]

  /// The time after which no onset is asked for; nil where all are.
  private let asked: SampleTime?

  /// The silence that makes the speech after it begin anew.
  private static let silence = SampleTime(seconds: 0.3)
  private static let bridge = SampleTime(seconds: 0.18)
  /// The audio after an onset within which its start must be reported.
  private static let telling = SampleTime(seconds: 0.3)
  /// The audio after an onset within which it has been decided whether it interrupts.
  private static let decision = SampleTime(seconds: 1.5)

  /// Creates a reference with the interruptions that are known.
  public init(speech: PartyPair<[Interval]>, interruptions: [Onset], unjudged: [Onset] = []) {
    self.init(speech: speech, interruptions: interruptions, unjudged: unjudged, asked: nil)
  }

  private init(
    speech: PartyPair<[Interval]>, interruptions: [Onset], unjudged: [Onset], asked: SampleTime?
  ) {
    self.speech = Self.bridged(speech)
    self.asked = asked
    overlaps = Self.nested(self.speech).map(\.onset).filter { onset in
      asked.map { onset.start <= $0 } ?? true
    }
    self.interruptions = interruptions.sorted { $0.start < $1.start }
    self.unjudged = unjudged
  }

  /// Creates a reference whose interruptions follow from who speaks when.
  ///
  /// An overlap is an interruption where the other has spoken for 0.2 s before and goes on for at
  /// least 0.5 s, and the newcomer for more than 1 s; it is none where the newcomer stops within
  /// 1 s or the other within 0.3 s; between the two it is not judged.
  public init(speech: PartyPair<[Interval]>) {
    let bridged = Self.bridged(speech)
    let nested = Self.nested(bridged).map { overlap in
      (overlap.onset, Self.judge(overlap.own, inside: overlap.other))
    }
    self.speech = bridged
    asked = nil
    overlaps = nested.map(\.0)
    interruptions = nested.filter { $0.1 == true }.map(\.0)
    unjudged = nested.filter { $0.1 == nil }.map(\.0)
  }

  /// The reference of a call that is broken off after so many seconds, in mid-speech too.
  ///
  /// Onsets too near the end to be reported are not asked for.
  func prefix(_ seconds: Double) -> CallReference {
    let end = SampleTime(seconds: seconds)
    func clipped(_ speech: [Interval]) -> [Interval] {
      speech.filter { $0.start < end }.map { Interval(start: $0.start, end: min($0.end, end)) }
    }
    let decided = end - Self.decision
    return CallReference(
      speech: PartyPair(agent: clipped(speech.agent), customer: clipped(speech.customer)),
      interruptions: interruptions.filter { $0.start <= decided },
      unjudged: unjudged.filter { $0.start < end }
        + interruptions.filter { decided < $0.start && $0.start < end },
      asked: end - Self.telling)
  }

  /// The beginnings of a party's speech after 0.3 s of its own silence or more.
  public func starts(of party: Party) -> [SampleTime] {
    var end: SampleTime?
    return speech[party].compactMap { interval in
      defer { end = interval.end }
      if let asked, asked < interval.start { return nil }
      if let end, interval.start - end < Self.silence { return nil }
      return interval.start
    }
  }

  private static func bridged(_ speech: PartyPair<[Interval]>) -> PartyPair<[Interval]> {
    var merged = PartyPair<[Interval]>(repeating: [])
    for party in Party.allCases {
      for interval in speech[party].sorted(by: { $0.start < $1.start }) {
        if let last = merged[party].last, interval.start - last.end < bridge {
          merged[party][merged[party].count - 1].end = max(last.end, interval.end)
        } else {
          merged[party].append(interval)
        }
      }
    }
    return merged
  }

  private static func nested(
    _ speech: PartyPair<[Interval]>
  ) -> [(onset: Onset, own: Interval, other: Interval)] {
    var found: [(onset: Onset, own: Interval, other: Interval)] = []
    for party in Party.allCases {
      for own in speech[party] {
        let around = speech[party.other].first { $0.start < own.start && own.start < $0.end }
        if let around { found.append((Onset(by: party, start: own.start), own, around)) }
      }
    }
    return found.sorted { $0.onset.start < $1.onset.start }
  }

  private static func judge(_ own: Interval, inside other: Interval) -> Bool? {
    let before = (own.start - other.start).seconds
    let after = (other.end - own.start).seconds
    if own.length.seconds <= 1 || after <= 0.3 { return false }
    return before >= 0.2 && after >= 0.5 ? true : nil
  }
}
