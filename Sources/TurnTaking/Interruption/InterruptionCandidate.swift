import Conversation

/// A newcomer's speech inside the other's, from its onset until the floor has settled.
struct InterruptionCandidate {
  /// The silence that ends what the newcomer says in one go.
  private static let chainEnd = SampleTime(seconds: 0.3).frames

  let party: Party
  let onset: Int
  /// The number of the flag, once it is raised.
  var id: Int?
  /// What is known, updated with every frame.
  private(set) var evidence: InterruptionEvidence
  /// The frames in which both have spoken since the onset.
  var overlapFrames = 0
  var contest: FloorContest
  /// How much the newcomer's voice rose, from 0 to 1; nil where that is not known.
  private(set) var rise: Double?
  /// Whether all that was said in one go was far below the party's own speech.
  private(set) var isFaint = false
  /// The onset as the other's ears have it.
  private let heardOnset: Int
  private let otherStart: Int
  private let ownTalk: Int
  private let otherTalk: Int
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
    evidence = InterruptionEvidence(
      background: OnsetBackground(
        onset: onset, shift: shift, own: own, other: other, settings: settings))
    contest = FloorContest(newcomer: party, onset: onset, from: onset, settings: settings)
  }

  /// Takes how much the newcomer's voice has risen, as long as it is the speech that interrupts.
  mutating func hear(_ rise: Double?, histories: PartyPair<PartyHistory>) {
    if let rise, histories[party].segmentStart == onset { self.rise = rise }
  }

  /// Takes what has become known with a frame.
  mutating func update(histories: PartyPair<PartyHistory>) {
    let own = histories[party]
    let other = histories[party.other]
    if own.segmentStart == onset { evidence[.ownLength] = Float(own.lastActive - onset) }
    follow(own)
    if other.segmentStart == otherStart {
      evidence[.otherRest] = Float(max(0, other.lastActive - heardOnset))
    }
    evidence[.elapsed] = Float(own.lastActive + own.quiet - onset)
    evidence[.ownQuiet] = Float(own.quiet)
    evidence[.ownMore] = Float(own.talk - ownTalk) - evidence[.ownLength]
    evidence[.otherQuiet] = Float(other.quiet)
    evidence[.otherTalk] = Float(max(0, other.talk - otherTalk))
  }

  private mutating func follow(_ own: PartyHistory) {
    if isChained, let start = own.segmentStart, start != chained {
      isChained = (own.silenceBefore ?? 0) < Self.chainEnd
      chained = start
    }
    guard isChained else { return }
    evidence[.ownChain] = Float(own.lastActive - onset)
    isFaint = own.isFaint && (isFaint || chained == onset)
  }
}
