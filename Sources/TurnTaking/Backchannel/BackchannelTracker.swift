import Conversation

/// Finds short speech of a party during the other's turn that does not claim the floor.
///
/// The rule says which segments can be one (design: backchannel), the learned odds which are.
struct BackchannelTracker {
  private let settings: TurnSettings
  private let classifier = BackchannelWeights.classifier
  private let longest: Int
  private let silence: Int
  private let after: Int
  private let resume: Int
  /// The newest segment of each party that may be one.
  private var pending = PartyPair<BackchannelCandidate?>(repeating: nil)

  init(settings: TurnSettings) {
    self.settings = settings
    longest = SampleTime(seconds: settings.backchannelLongest).frames
    silence = SampleTime(seconds: settings.backchannelSilence).frames
    after = SampleTime(seconds: settings.backchannelAfter).frames
    resume = SampleTime(seconds: settings.backchannelResume).frames
  }

  /// Notes that a party has begun another segment.
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>) {
    pending[party] = nil
    let own = histories[party]
    guard let onset = own.segmentStart, (own.silenceBefore ?? silence) >= silence else { return }
    pending[party] = BackchannelCandidate(
      onset: onset, own: own, other: histories[party.other], settings: settings)
  }

  /// Notes a party's finished segment.
  mutating func end(_ party: Party, _ interval: Interval, histories: PartyPair<PartyHistory>) {
    let other = histories[party.other]
    guard interval.length.frames <= longest, other.segmentStart != nil,
      other.lastActive > interval.start.frames - after
    else {
      pending[party] = nil
      return
    }
    pending[party]?.end(interval)
  }

  /// Whether a party's newest segment may be one.
  func isOpen(_ party: Party) -> Bool {
    party == .agent ? pending.agent != nil : pending.customer != nil
  }

  /// The earliest start of what may be one; nil where there is none.
  var openSince: Int? {
    guard let agent = pending.agent?.onset else { return pending.customer?.onset }
    return min(agent, pending.customer?.onset ?? agent)
  }

  /// The backchannel that has become certain with the newest frame, if there is one.
  ///
  /// The histories are lent, as in every frame copies would cost more than the answer; none is changed.
  mutating func decide(
    _ party: Party, histories: inout PartyPair<PartyHistory>, holder: Party?
  ) -> Interval? {
    switch party {
    case .agent: pending.agent?.update(other: histories.customer)
    case .customer: pending.customer?.update(other: histories.agent)
    }
    guard let candidate = pending[party], let interval = candidate.interval else { return nil }
    let end = interval.end.frames
    if let unheardEnd = histories[party].unheardEnd, unheardEnd > end {
      pending[party] = nil
      return nil
    }
    guard histories[party].known >= end + silence else { return nil }
    if let evidence = candidate.settled {
      pending[party] = nil
      return holder == party.other && isBackchannel(evidence) ? interval : nil
    }
    if histories[party.other].known >= end + resume { pending[party] = nil }
    return nil
  }

  private func isBackchannel(_ evidence: BackchannelEvidence) -> Bool {
    let isInside = evidence[.gap] == 0
    let needed = isInside ? BackchannelWeights.inside : BackchannelWeights.inPause
    return classifier.logit(evidence.values) >= needed
  }
}
