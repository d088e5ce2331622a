import Conversation
import VoiceActivity

/// The power of the parties' speech and background in a call, without its holds and what follows it.
struct CallPowers: Sendable {
  private var finished = PartyPair(repeating: PowerSums())
  private var start: PartyPair<PowerSums>
  private var latest: PartyPair<PowerSums>
  /// The end of the words up to which it is counted.
  private var measured: SampleTime
  private var isBackFromHold = false

  /// Begins to count at a moment with the session's sums so far.
  init(from powers: PartyPair<PowerSums>, at start: SampleTime) {
    self.start = powers
    latest = powers
    measured = start
  }

  /// The sums of the call.
  var sums: PartyPair<PowerSums> {
    var sums = finished
    for party in Party.allCases {
      if let rest = latest[party].since(start[party]) { sums[party].add(rest) }
    }
    return sums
  }

  /// Counts the session's sums up to the last words: what follows may be music, or no call.
  mutating func follow(
    _ powers: PartyPair<PowerSums>, isSpeaking: Bool, lastWords: SampleTime, isOnHold: Bool
  ) {
    if isOnHold {
      isBackFromHold = true
    } else if isBackFromHold {
      goOn(from: powers)
      isBackFromHold = false
    } else if isSpeaking || lastWords > measured {
      count(powers)
      measured = lastWords
    }
  }

  private mutating func count(_ powers: PartyPair<PowerSums>) {
    for party in Party.allCases where powers[party].since(latest[party]) == nil {
      // The session has begun to count anew.
      if let rest = latest[party].since(start[party]) { finished[party].add(rest) }
      start[party] = PowerSums()
    }
    latest = powers
  }

  /// Goes on at a later moment and leaves out what lies between.
  private mutating func goOn(from powers: PartyPair<PowerSums>) {
    finished = sums
    start = powers
    latest = powers
  }
}
