import Calls
public import Conversation
public import Listening
public import VoiceActivity

/// How things stand in a live call, as often as was asked for.
public struct LiveStatus: Equatable, Sendable {
  /// The audio consumed so far.
  public var consumed: SampleTime
  /// The level of each party's audio since the last status, in dBFS; nil for digital silence.
  public var levels: PartyPair<Double?>
  /// Whether each party is heard at the moment.
  public var isHeard: PartyPair<Bool>
  /// What the customer's side carries besides speech.
  public var customerSound: LineSound
  /// What has been counted of the sound so far.
  public var counts: SoundCounts
  /// What makes figures doubtful.
  public var doubts: InputDoubts
  /// The measures so far; where calls are followed, those of the call under way, nil without one.
  public var metrics: Metrics?

  /// Creates a status.
  public init(
    consumed: SampleTime, levels: PartyPair<Double?>,
    isHeard: PartyPair<Bool> = PartyPair(repeating: true), customerSound: LineSound = .other,
    counts: SoundCounts = SoundCounts(),
    doubts: InputDoubts = InputDoubts(), metrics: Metrics? = nil
  ) {
    self.consumed = consumed
    self.levels = levels
    self.isHeard = isHeard
    self.customerSound = customerSound
    self.counts = counts
    self.doubts = doubts
    self.metrics = metrics
  }

  /// What is known of the line besides speech.
  var line: LineState {
    LineState(
      level: levels.customer, sound: customerSound, counts: counts, isHeard: isHeard,
      isSameAudio: doubts.isSameAudio)
  }
}
