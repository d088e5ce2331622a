import Conversation

/// A newcomer's speech inside the other's, from its onset until the floor has settled.
struct InterruptionCandidate {
  /// What has been told of it.
  enum State: Equatable {
    /// Nothing.
    case followed
    /// It is flagged as an interruption, under a number.
    case flagged(id: Int)
    /// The flag was taken back, and none is raised again.
    case withdrawn(id: Int)
  }

  /// The silence that ends what the newcomer says in one go.
  private static let chainEnd = SampleTime(seconds: 0.3).frames

  let party: Party
  let onset: Int
  var state = State.followed
  /// What is known, updated with every frame.
  private(set) var evidence: InterruptionEvidence
  /// The frames in which both have spoken since the onset.
  var overlapFrames = 0
  /// Who has the floor in the end; nil while that is open.
  private(set) var outcome: InterruptionOutcome?
  /// Whether the newcomer holds the floor at the onset; nil while that is not final.
  private(set) var isHolder: Bool?
  /// Whether it has been credited as a backchannel.
  private(set) var isBackchannel = false
  /// Whether what the other says there has been.
  private(set) var isOverBackchannel = false
  /// How much the newcomer's voice rose, from 0 to 1; nil where that is not known.
  private(set) var rise: Double?
  /// Whether all that was said in one go was far below the party's own speech.
  private(set) var isFaint = false
  /// The start of the other's speech that the onset lies in.
  let otherStart: Int
  /// The newcomer's silence before the onset; nil where it had not spoken.
  let ownSilence: Int?
  /// The other's speech since the newcomer's last, as far as remembered.
  let otherSpoken: Int
  /// The onset as the other's ears have it.
  private let heardOnset: Int
  private let ownTalk: Int
  private let otherTalk: Int
  private var contest: FloorContest
  /// The start of the newest segment of what is said in one go, and whether that still goes on.
  private var chained: Int
  private var isChained = true

  /// Opens a candidate for a party's newest segment, which starts inside the other's newest.
  init(
    party: Party, onset: Int, shift: Int, otherStart: Int, histories: PartyPair<PartyHistory>,
    settings: TurnSettings
  ) {
    let own = histories[party]
    let other = histories[party.other]
    self.party = party
    self.onset = onset
    self.otherStart = otherStart
    chained = onset
    heardOnset = onset + shift
    ownTalk = own.talk(upTo: onset)
    otherTalk = other.talk(upTo: heardOnset)
    ownSilence = own.silenceBefore
    otherSpoken = other.talk(before: heardOnset, window: own.silenceBefore ?? heardOnset)
    evidence = InterruptionEvidence(
      background: OnsetBackground(
        onset: onset, shift: shift, own: own, other: other, settings: settings))
    contest = FloorContest(newcomer: party, onset: onset, settings: settings)
  }

  /// How long the other had been audible at the onset.
  var lead: Int { heardOnset - otherStart }

  /// How long the other has gone on since the onset.
  var rest: Int { Int(evidence[.otherRest]) }

  /// How long the newcomer has spoken in one go.
  var length: Int { Int(evidence[.ownChain]) }

  /// Takes how much the newcomer's voice has risen, as long as it is the speech that interrupts.
  mutating func hear(_ rise: Double?, own: inout PartyHistory) {
    if let rise, own.segmentStart == onset { self.rise = rise }
  }

  /// Notes that a party's segment has been credited as a backchannel.
  mutating func credit(_ credited: Party, within interval: Interval) {
    let frames = interval.start.frames..<max(interval.start.frames + 1, interval.end.frames)
    if credited == party, frames.contains(onset) { isBackchannel = true }
    if credited != party, frames.contains(otherStart) { isOverBackchannel = true }
  }

  /// Takes the final states of the next frame, and who held the floor before it.
  mutating func advance(_ frame: Int, _ states: PartyPair<FrameState>, floor: FloorTracker) {
    if frame <= onset { hold(floor, isFinal: frame == onset) }
    guard frame >= onset, outcome == nil else { return }
    if states.agent == .speaking, states.customer == .speaking { overlapFrames += 1 }
    outcome = contest.advance(frame, states)
    evidence[.ownAlone] = Float(contest.runs[party])
    evidence[.otherAlone] = Float(contest.runs[party.other])
  }

  /// Takes who holds the floor, as far as that is known.
  mutating func hold(_ floor: FloorTracker, isFinal: Bool) {
    evidence[.ownFloor] = floor.holder == party ? 100 : 0
    evidence[.otherFloor] = floor.holder == party.other ? 100 : 0
    evidence[.floorAge] = floor.holder == nil ? 0 : Float(onset - floor.since)
    if isFinal { isHolder = floor.holder == party }
  }

  /// Ends with the stream, whoever would have had the floor.
  mutating func finish() {
    outcome = outcome ?? .unknown
    isHolder = isHolder ?? (evidence[.ownFloor] > 0)
  }

  /// Takes what has become known with a frame.
  mutating func update(own: inout PartyHistory, other: inout PartyHistory) {
    if own.segmentStart == onset { evidence[.ownLength] = Float(own.lastActive - onset) }
    follow(&own)
    if other.segmentStart == otherStart {
      evidence[.otherRest] = Float(max(0, other.lastActive - heardOnset))
    }
    evidence[.elapsed] = Float(own.lastActive + own.quiet - onset)
    evidence[.ownQuiet] = Float(own.quiet)
    evidence[.ownMore] = Float(own.talk - ownTalk) - evidence[.ownLength]
    evidence[.otherQuiet] = Float(other.quiet)
    evidence[.otherTalk] = Float(max(0, other.talk - otherTalk))
  }

  private mutating func follow(_ own: inout PartyHistory) {
    if isChained, let start = own.segmentStart, start != chained {
      isChained = (own.silenceBefore ?? 0) < Self.chainEnd
      chained = start
    }
    guard isChained else { return }
    evidence[.ownChain] = Float(own.lastActive - onset)
    isFaint = own.isFaint && (isFaint || chained == onset)
  }
}
