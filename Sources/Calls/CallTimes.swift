import Conversation

/// How the time of a call divides, counted from finished stretches of speech, unknown time and hold.
///
/// Time up to `settled` is summed up; what is later stays open, because the call may turn out to
/// have ended before it.
struct CallTimes: Sendable {
  /// The time up to which everything is summed up.
  private(set) var settled: SampleTime
  private var tally = TimeTally()
  private var hold = SampleTime.zero
  private var speech = PartyPair<[Interval]>(repeating: [])
  private var unknown = PartyPair<[Interval]>(repeating: [])
  private var holds: [Interval] = []

  /// What is under way, by its beginning.
  struct Open {
    var speech = PartyPair<SampleTime?>(repeating: nil)
    var hold: SampleTime?
  }

  init(from start: SampleTime) {
    settled = start
  }

  mutating func add(speech interval: Interval, of party: Party) { speech[party].append(interval) }

  mutating func add(unknown interval: Interval, of party: Party) {
    unknown[party].append(interval)
  }

  mutating func add(hold interval: Interval) { holds.append(interval) }

  /// Sums up to a time before which nothing new will be reported.
  mutating func settle(to time: SampleTime) {
    guard time > settled else { return }
    (tally, hold) = sums(at: time, open: Open())
    settled = time
    for party in Party.allCases {
      speech[party].removeAll { $0.end <= time }
      unknown[party].removeAll { $0.end <= time }
    }
    holds.removeAll { $0.end <= time }
  }

  /// The sums up to a time, with what is under way.
  func sums(at end: SampleTime, open: Open) -> (tally: TimeTally, hold: SampleTime) {
    var tally = tally
    var hold = hold
    var speech = speech
    var holds = holds
    for party in Party.allCases {
      if let start = open.speech[party], start < end {
        speech[party].append(Interval(start: start, end: end))
      }
    }
    if let start = open.hold, start < end { holds.append(Interval(start: start, end: end)) }
    let all = speech.agent + speech.customer + unknown.agent + unknown.customer + holds
    let borders = all.flatMap { [$0.start, $0.end] }.filter { $0 > settled && $0 < end }.sorted()
    var start = settled
    for border in borders + [end] where border > start {
      let length = border - start
      if holds.contains(where: { $0.contains(start) }) {
        hold += length
      } else {
        tally.add(
          PartyPair(
            agent: Self.state(speech.agent, unknown.agent, at: start),
            customer: Self.state(speech.customer, unknown.customer, at: start)),
          for: length)
      }
      start = border
    }
    return (tally, hold)
  }

  private static func state(
    _ speech: [Interval], _ unknown: [Interval], at time: SampleTime
  ) -> FrameState {
    if unknown.contains(where: { $0.contains(time) }) { return .unknown }
    return speech.contains { $0.contains(time) } ? .speaking : .silent
  }
}

extension Interval {
  fileprivate func contains(_ time: SampleTime) -> Bool { start <= time && time < end }
}
