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
  /// Whether each party's newest segment may be one; beside the rest, since it is asked in every frame.
  private(set) var isOpen = PartyPair(repeating: false)

  init(settings: TurnSettings) {
    self.settings = settings
    longest = SampleTime(seconds: settings.backchannelLongest).frames
    silence = SampleTime(seconds: settings.backchannelSilence).frames
    after = SampleTime(seconds: settings.backchannelAfter).frames
    resume = SampleTime(seconds: settings.backchannelResume).frames
  }

  /// Notes that a party has begun another segment.
  mutating func begin(_ party: Party, histories: PartyPair<PartyHistory>) {
    drop(party)
    let own = histories[party]
    guard let onset = own.segmentStart, (own.silenceBefore ?? silence) >= silence else { return }
    pending[party] = BackchannelCandidate(
      onset: onset, own: own, other: histories[party.other], settings: settings)
    isOpen[party] = true
  }

  private mutating func drop(_ party: Party) {
    guard isOpen[party] else { return }
    pending[party] = nil
    isOpen[party] = false
  }

  /// Notes a party's finished segment.
  mutating func end(_ party: Party, _ interval: Interval, histories: PartyPair<PartyHistory>) {
    let other = histories[party.other]
    guard interval.length.frames <= longest, other.segmentStart != nil,
      other.lastActive > interval.start.frames - after
    else { return drop(party) }
    pending[party]?.end(interval)
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
    let finished =
      switch party {
      case .agent: pending.agent?.update(other: &histories.customer)
      case .customer: pending.customer?.update(other: &histories.agent)
      }
    guard let interval = finished ?? nil else { return nil }
    let end = interval.end.frames
    if let unheardEnd = histories[party].unheardEnd, unheardEnd > end {
      drop(party)
      return nil
    }
    guard histories[party].known >= end + silence else { return nil }
    if let evidence = pending[party]?.settled {
      drop(party)
      return holder == party.other && isBackchannel(evidence) ? interval : nil
    }
    if histories[party.other].known >= end + resume { drop(party) }
    return nil
  }

  private func isBackchannel(_ evidence: BackchannelEvidence) -> Bool {
    let isInside = evidence[.gap] == 0
    let needed = isInside ? BackchannelWeights.inside : BackchannelWeights.inPause
    return classifier.logit(evidence.values) >= needed
  }
}
