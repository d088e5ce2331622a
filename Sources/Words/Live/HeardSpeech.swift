import Conversation

/// When both parties of a call that goes on have spoken, and who is speaking.
struct HeardSpeech {
  /// The end of speech is known this long after it, at the latest.
  static let lag = SampleTime(seconds: 1)

  /// The finished segments, by start.
  private(set) var segments: PartyPair<[Interval]> = PartyPair(repeating: [])
  /// Since when each party speaks.
  private(set) var open: PartyPair<SampleTime?> = PartyPair(repeating: nil)

  mutating func take(_ kind: Event.Kind) {
    switch kind {
    case .speechStarted(let party, let start): open[party] = start
    case .speechCancelled(let party, _): open[party] = nil
    case .speech(let party, let interval):
      segments[party].append(interval)
      open[party] = nil
    default: break
    }
  }

  /// A party's segments that end after a time, with what it is saying now.
  func segments(of party: Party, after time: SampleTime, now: SampleTime) -> [Interval] {
    let own = segments[party]
    var first = own.endIndex
    while first > 0, own[first - 1].end > time { first -= 1 }
    var found = Array(own[first...])
    if let start = open[party], start < now { found.append(Interval(start: start, end: now)) }
    return found
  }

  /// Forgets what ended before a time.
  mutating func forget(before time: SampleTime) {
    for party in Party.allCases {
      segments[party].removeFirst(segments[party].prefix { $0.end < time }.count)
    }
  }
}
