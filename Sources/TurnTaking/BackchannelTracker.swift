import Conversation

/// Finds short speech of a party during the other's turn that does not claim the floor.
struct BackchannelTracker {
  private let longest: Int
  private let silence: Int
  private let after: Int
  private let resume: Int
  /// A short segment of each party that waits for what follows it.
  private var pending = PartyPair<Interval?>(repeating: nil)

  init(settings: TurnSettings) {
    longest = SampleTime(seconds: settings.backchannelLongest).frames
    silence = SampleTime(seconds: settings.backchannelSilence).frames
    after = SampleTime(seconds: settings.backchannelAfter).frames
    resume = SampleTime(seconds: settings.backchannelResume).frames
  }

  /// Notes a party's finished segment.
  mutating func end(_ party: Party, _ interval: Interval, histories: PartyPair<PartyHistory>) {
    pending[party] = nil
    guard interval.length.frames <= longest else { return }
    if let before = histories[party].silenceBefore, before < silence { return }
    let other = histories[party.other]
    guard other.segmentStart != nil, other.lastActive > interval.start.frames - after else {
      return
    }
    pending[party] = interval
  }

  /// Notes that a party has begun another segment at a frame.
  mutating func begin(_ party: Party, at frame: Int) {
    if let interval = pending[party], frame < interval.end.frames + silence { pending[party] = nil }
  }

  /// The backchannel that has become certain with the newest frame, if there is one.
  mutating func decide(
    _ party: Party, histories: PartyPair<PartyHistory>, holder: Party?
  ) -> Interval? {
    guard let interval = pending[party] else { return nil }
    let end = interval.end.frames
    if let unheardEnd = histories[party].unheardEnd, unheardEnd > end {
      pending[party] = nil
      return nil
    }
    guard histories[party].known >= end + silence else { return nil }
    if histories[party.other].lastActive > end {
      pending[party] = nil
      return holder == party.other ? interval : nil
    }
    if histories[party.other].known >= end + resume { pending[party] = nil }
    return nil
  }
}
