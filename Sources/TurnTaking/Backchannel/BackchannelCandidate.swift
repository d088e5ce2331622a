import Conversation

/// A party's newest segment and what the other has done since, until it is known to be a
/// backchannel or not.
struct BackchannelCandidate {
  let onset: Int
  /// The segment, once it is over and short enough.
  private(set) var interval: Interval?
  private var evidence: BackchannelEvidence
  /// The start of the other's segment at the onset; nil where it had not spoken.
  private let otherStart: Int?
  private var otherEnd: Int
  private let otherTalk: Int
  /// The start of the other's first segment that goes beyond the end.
  private var resumed: Int?

  /// Opens a candidate when a party's segment is confirmed.
  init(onset: Int, own: PartyHistory, other: PartyHistory, settings: TurnSettings) {
    self.onset = onset
    evidence = BackchannelEvidence(
      background: OnsetBackground(
        onset: onset, shift: 0, own: own, other: other, settings: settings))
    otherStart = other.segmentStart
    otherEnd = other.lastActive
    otherTalk = other.talk(upTo: onset)
  }

  /// Notes that the segment is over.
  mutating func end(_ interval: Interval) { self.interval = interval }

  /// Takes what has become known of the other with a frame; returns the segment, once it is over.
  mutating func update(other: inout PartyHistory) -> Interval? {
    if other.segmentStart == otherStart { otherEnd = other.lastActive }
    evidence[.otherTalk] = Float(max(0, other.talk - otherTalk))
    guard let interval, resumed == nil, let start = other.segmentStart,
      other.lastActive > interval.end.frames
    else { return interval }
    resumed = start
    return interval
  }

  /// The evidence, once the other has gone on after the end; nil before.
  var settled: BackchannelEvidence? {
    guard let interval, let resumed else { return nil }
    var result = evidence
    result[.length] = Float(interval.length.frames)
    result[.gap] = Float(max(0, onset - otherEnd))
    result[.lead] = Float(max(0, otherEnd - max(onset, otherStart ?? 0)))
    result[.resumed] = Float(max(0, resumed - interval.end.frames))
    return result
  }
}
