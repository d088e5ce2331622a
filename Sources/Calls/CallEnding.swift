import Conversation
import VoiceActivity

/// What tells that a call is over: nobody speaks any more, and the customer's line is still.
struct CallEnding: Sendable {
  private let limits: CallLimits
  private var lastHeard: PartyPair<SampleTime>
  /// How much of the time since then was not heard.
  private var unheard = PartyPair<SampleTime>(repeating: .zero)
  private var stillSince: SampleTime?
  /// Up to where the line has been followed.
  private var followed: SampleTime

  /// Begins with a call that is known at a moment.
  init(limits: CallLimits, at now: SampleTime) {
    self.limits = limits
    lastHeard = PartyPair(repeating: now)
    followed = now
  }

  /// Notes that a party has spoken up to a time.
  mutating func hear(_ party: Party, until time: SampleTime) {
    guard time > lastHeard[party] else { return }
    lastHeard[party] = time
    unheard[party] = .zero
  }

  /// Takes what the customer's line carries now.
  ///
  /// In time that was not heard a party may have spoken: it counts as silence only where it lasts
  /// as long as no call is without a word.
  mutating func follow(_ line: LineState, at now: SampleTime) {
    let passed = max(now - followed, .zero)
    for party in Party.allCases where !line.isHeard[party] { unheard[party] += passed }
    followed = max(followed, now)
    // A tone that goes on after the other has hung up keeps no call alive.
    let isTone = line.sound == .tone || line.sound == .notes
    let isStill = isTone || line.level.map { $0 < limits.stillBelow } ?? true
    stillSince = isStill && line.isHeard.customer ? stillSince ?? now : nil
  }

  /// Whether the call is over; music on hold keeps it for long, but not for ever.
  func isOver(at now: SampleTime, isOnHold: Bool) -> Bool {
    let quiet = now - lastHeard.customer
    if quiet >= limits.endsAnyway { return true }
    guard !isOnHold, quiet - unheard.customer >= limits.endsAfter, let stillSince else {
      return false
    }
    return now - stillSince >= limits.stillFor
      && now - lastHeard.agent - unheard.agent >= limits.agentSilentFor
  }
}
