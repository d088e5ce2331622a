import Conversation

/// Since when, and why, each party is not heard.
struct Absences {
  private struct Absence {
    var start: SampleTime
    var reason: UnknownReason
  }

  private var open = PartyPair<Absence?>(repeating: nil)

  /// Since when a party has not been heard; nil where both are.
  var openSince: SampleTime? {
    guard let agent = open.agent?.start else { return open.customer?.start }
    return min(agent, open.customer?.start ?? agent)
  }

  /// Notes that a party is not heard from a time on, or heard again; a change of the reason ends one
  /// stretch and begins the next.
  ///
  /// Returns the stretch that ends with it, if it has a length.
  mutating func note(
    _ party: Party, _ reason: UnknownReason?, at now: SampleTime
  ) -> (interval: Interval, reason: UnknownReason)? {
    let former = open[party]
    guard former?.reason != reason else { return nil }
    open[party] = reason.map { Absence(start: now, reason: $0) }
    guard let former, now > former.start else { return nil }
    return (Interval(start: former.start, end: now), former.reason)
  }
}
