import Conversation
import Listening
import Measures
import VoiceActivity

/// The sums of a session's sound, now and at the seconds before, since a call is known late.
struct SessionSound: Sendable {
  /// The moments that are kept, and those that go at once: 40 seconds at least remain.
  private static let most = 48
  private static let oldest = 8

  /// The counts up to now, which never begin anew.
  private(set) var counts = SoundCounts()
  /// The powers as they were counted last, which may have begun anew.
  private var latest = PartyPair(repeating: PowerSums())
  private var moments: [(at: SampleTime, counts: SoundCounts)] = []

  init() {
    moments.reserveCapacity(Self.most)
    moments.append((.zero, SoundCounts()))
  }

  /// Takes what has been counted by now.
  mutating func follow(_ counts: SoundCounts, at now: SampleTime) {
    for party in Party.allCases {
      let new = counts.powers[party].since(latest[party]) ?? counts.powers[party]
      self.counts.powers[party].add(new)
    }
    latest = counts.powers
    self.counts.tone = counts.tone
    guard let last = moments.last, now - last.at >= SampleTime(seconds: 1) else { return }
    if moments.count == Self.most { moments.removeFirst(Self.oldest) }
    moments.append((now, self.counts))
  }

  /// The sums up to now.
  var sums: SoundSums { SoundSums(counts) }

  /// Each party's newest first minute.
  var firstMinutes: PartyPair<FirstMinute?> { counts.tone.firstMinutes }

  /// The sums at the last moment that is kept before a time; those of the first one where none is.
  func sums(before time: SampleTime) -> SoundSums {
    let moment = moments.last(where: { $0.at <= time }) ?? moments.first
    return moment.map { SoundSums($0.counts) } ?? SoundSums()
  }
}
