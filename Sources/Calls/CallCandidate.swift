import Conversation

/// What has been heard lately while no call is under way, until it makes one.
struct CallCandidate: Sendable {
  /// The time within which an end of speech is reported.
  private static let toldWithin = SampleTime(seconds: 0.4)

  private let limits: CallLimits
  private var speech = PartyPair<[Interval]>(repeating: [])
  private(set) var speakingSince = PartyPair<SampleTime?>(repeating: nil)
  /// The events of the time that a call found now could reach back to.
  private(set) var events: [Event] = []

  /// The moment at which the call before was over.
  private let ended: SampleTime

  init(limits: CallLimits, after ended: SampleTime = .zero) {
    self.limits = limits
    self.ended = ended
  }

  mutating func add(_ event: Event) {
    switch event.kind {
    case .speechStarted(let party, let start): speakingSince[party] = start
    case .speechCancelled(let party, _): speakingSince[party] = nil
    case .speech(let party, let interval):
      // Nothing counts twice, in a call that has ended and in the next.
      let start = max(interval.start, ended)
      speakingSince[party] = nil
      if interval.end > start { speech[party].append(Interval(start: start, end: interval.end)) }
    default: break
    }
    let oldest = event.at - limits.heardWithin
    events.removeAll { $0.at < oldest }
    events.append(event)
  }

  /// Whether a judgement reaches into the call before, or over a silence too long for one call.
  func isCrossedBorder(by kind: Event.Kind) -> Bool {
    if case .transition(_, _, let offset, _) = kind, offset > limits.edgeGap { return true }
    return kind.judged.map { $0.start < ended } ?? false
  }

  /// Goes on after a call whose last speech still lasts; it counts from now.
  mutating func resume(speaking: PartyPair<SampleTime?>, at now: SampleTime) {
    for party in Party.allCases { speakingSince[party] = speaking[party].map { _ in now } }
  }

  /// The beginning of the call that has been heard by now; nil while there is none.
  mutating func start(at now: SampleTime) -> SampleTime? {
    let oldest = now - limits.heardWithin
    var heard = PartyPair<[Interval]>(repeating: [])
    for party in Party.allCases {
      speech[party].removeAll { $0.end <= oldest }
      heard[party] = speech[party]
      if let start = speakingSince[party], start < now - Self.toldWithin {
        heard[party].append(Interval(start: start, end: now - Self.toldWithin))
      }
      let length = heard[party].reduce(SampleTime.zero) { $0 + $1.length }
      guard length >= limits.heardFor else { return nil }
    }
    return firstWord(heard)
  }

  /// Goes back from the newest word as long as the silences between words are short.
  private func firstWord(_ heard: PartyPair<[Interval]>) -> SampleTime {
    let all = (heard.agent + heard.customer).sorted { $0.end > $1.end }
    guard var start = all.first?.start else { return .zero }
    for interval in all where interval.start < start {
      guard interval.end + limits.edgeGap >= start else { break }
      start = interval.start
    }
    return start
  }
}
