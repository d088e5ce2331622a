import Conversation
import VoiceActivity

/// The power of the parties' speech and background in a call, without its holds and what follows it.
struct CallPowers: Sendable {
  private var finished = PartyPair(repeating: PowerSums())
  private var start: PartyPair<PowerSums>
  private var latest: PartyPair<PowerSums>

  /// Begins to count at a moment with the session's sums so far.
  init(from powers: PartyPair<PowerSums>) {
    start = powers
    latest = powers
  }

  /// The sums of the call.
  var sums: PartyPair<PowerSums> {
    var sums = finished
    for party in Party.allCases {
      if let rest = latest[party].since(start[party]) { sums[party].add(rest) }
    }
    return sums
  }

  /// Counts up to a moment.
  mutating func follow(_ powers: PartyPair<PowerSums>) {
    for party in Party.allCases where powers[party].since(latest[party]) == nil {
      // The session has begun to count anew.
      if let rest = latest[party].since(start[party]) { finished[party].add(rest) }
      start[party] = PowerSums()
    }
    latest = powers
  }

  /// Goes on at a later moment and leaves out what lies between.
  mutating func goOn(from powers: PartyPair<PowerSums>) {
    finished = sums
    start = powers
    latest = powers
  }
}
