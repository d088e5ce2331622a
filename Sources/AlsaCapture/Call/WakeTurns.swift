internal import Conversation

/// Decides whose delivery the reader of two devices waits for, so that it wakes once a period.
struct WakeTurns: Sendable {
  /// The party whose next block lets the call go on; the agent's where there is one device.
  private(set) var awaited = Party.agent
  /// The longer of the devices' periods, in samples of the call.
  private let period: Int
  /// The shortest time between two wakes by the same device, in nanoseconds.
  private let leastPause: Int64
  /// When each device last woke the reader, in monotonic nanoseconds.
  private var lastWakes = PartyPair<Int64>(repeating: 0)

  /// Makes turns for devices that were asked for a period in milliseconds and have `period` samples.
  init(period: Int, askedMilliseconds: Int) {
    self.period = period
    leastPause = Int64(askedMilliseconds) * 500_000
  }

  /// Chooses whom to wait for, from the samples of the agent's that wait for the customer's.
  ///
  /// Each device delivers once a period, at a moment of its own. Right after the later of two
  /// deliveries that are near each other, nearly all that both have heard is there. A party that
  /// lacks much more than half a period holds the other up: its device comes later. One that lacks
  /// less is no reason to wait for another device than before, or both would take turns.
  mutating func choose(agentLead lead: Int) {
    if 8 * abs(lead) > 5 * period { awaited = lead > 0 ? .customer : .agent }
  }

  /// Notes that the awaited device has woken the reader; returns how long to sleep before reading.
  ///
  /// Half a period has to pass since the same device last woke it. It comes to a sleep only with one
  /// that delivers in smaller pieces than it was asked for. All in nanoseconds.
  mutating func pause(at now: Int64, atMost limit: Int64) -> Int64 {
    let pause = max(0, min(lastWakes[awaited] + leastPause - now, limit))
    lastWakes[awaited] = now + pause
    return pause
  }
}
