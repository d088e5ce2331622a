public import Conversation
public import Listening
public import VoiceActivity

/// What is known of the audio besides speech.
public struct LineState: Equatable, Sendable {
  /// The level of the customer's newest audio, in dBFS; nil for digital silence.
  public var level: Double?
  /// What the customer's side carries.
  public var sound: LineSound
  /// What has been counted of the sound so far.
  public var counts: SoundCounts
  /// Whether each party is heard; audio that is lost or withheld says nothing about the call.
  public var isHeard: PartyPair<Bool>
  /// What makes figures doubtful so far.
  public var doubts: InputDoubts
  /// Whether each party's channel carries anything but digital silence.
  public var hasSignal: PartyPair<Bool>

  /// Whether a key or another tone of the network was heard on either channel since the last look.
  public var hasTone: Bool = false

  /// The earliest start that an event of the conversation may still have; nil where that is not asked.
  public var openSince: SampleTime?

  /// Whether both channels have carried the same audio so far.
  public var isSameAudio: Bool { doubts.isSameAudio }

  /// Creates a state.
  public init(
    level: Double?, sound: LineSound = .other,
    counts: SoundCounts = SoundCounts(),
    isHeard: PartyPair<Bool> = PartyPair(repeating: true), doubts: InputDoubts = InputDoubts(),
    hasSignal: PartyPair<Bool> = PartyPair(repeating: true)
  ) {
    self.level = level
    self.sound = sound
    self.counts = counts
    self.isHeard = isHeard
    self.doubts = doubts
    self.hasSignal = hasSignal
  }

  /// Takes from a session's state what tells where calls begin and end.
  init(_ state: SessionState, counts: SoundCounts) {
    self.init(
      level: state.levels.customer, sound: state.customerSound, counts: counts,
      isHeard: state.isHeard, doubts: state.doubts,
      hasSignal: PartyPair(
        agent: state.levels.agent != nil, customer: state.levels.customer != nil))
  }
}
