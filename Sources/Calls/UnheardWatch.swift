import Conversation

/// Watches for a party of whom nothing is heard while the other talks, as on a wrong device.
struct UnheardWatch: Sendable {
  /// The other's talk after which it is said, and where the channel carries no signal at all.
  private static let talk = SampleTime(seconds: 15)
  private static let talkOverNothing = SampleTime(seconds: 5)
  /// The speech that is no noise.
  private static let word = SampleTime(seconds: 0.3)

  /// The beginning of the time that is watched.
  let since: SampleTime
  private var talk = PartyPair(repeating: SampleTime.zero)
  private var speakingSince = PartyPair<SampleTime?>(repeating: nil)
  private var isHeard = PartyPair(repeating: false)
  private var isMuted = PartyPair(repeating: false)
  private var isWithoutSignal = PartyPair(repeating: true)
  private var isTold = PartyPair(repeating: false)

  init(since: SampleTime) {
    self.since = since
  }

  /// Takes the next event.
  mutating func add(_ kind: Event.Kind) {
    switch kind {
    case .speechStarted(let party, let start): speakingSince[party] = max(start, since)
    case .speechCancelled(let party, _): speakingSince[party] = nil
    case .speech(let party, let interval):
      speakingSince[party] = nil
      let length = interval.end - max(interval.start, since)
      guard length > .zero else { return }
      talk[party] += length
      if length >= Self.word { isHeard[party] = true }
    case .muteStarted(let party, _): isMuted[party] = true
    case .mute(let party, _): isMuted[party] = false
    // Who was not heard for technical reasons may have spoken.
    case .unknown(let party, _, _): talk[party.other] = .zero
    default: break
    }
  }

  /// The party of whom it is time to say that nothing is heard; it is said once.
  mutating func look(at now: SampleTime, _ line: LineState) -> Party? {
    for party in Party.allCases {
      if line.hasSignal[party] { isWithoutSignal[party] = false }
      guard !isHeard[party], !isTold[party], !isMuted[party], speakingSince[party] == nil,
        line.isHeard[party]
      else { continue }
      let other = party.other
      let heard = talk[other] + (speakingSince[other].map { max(.zero, now - $0) } ?? .zero)
      guard heard >= (isWithoutSignal[party] ? Self.talkOverNothing : Self.talk) else { continue }
      isTold[party] = true
      return party
    }
    return nil
  }
}
