public import Conversation
public import Listening
public import VoiceActivity

/// How things stand in a session, besides its events and its measures.
public struct SessionState: Equatable, Sendable {
  /// The audio consumed so far.
  public var consumed: SampleTime
  /// The level of each party's audio since the last look, in dBFS; nil for digital silence.
  public var levels: PartyPair<Double?>
  /// Whether each party is heard at the moment.
  public var isHeard: PartyPair<Bool>
  /// What the customer's side carries besides speech.
  public var customerSound: LineSound
  /// What makes figures doubtful.
  public var doubts: InputDoubts

  /// Creates a state.
  public init(
    consumed: SampleTime, levels: PartyPair<Double?>,
    isHeard: PartyPair<Bool> = PartyPair(repeating: true), customerSound: LineSound = .other,
    doubts: InputDoubts = InputDoubts()
  ) {
    self.consumed = consumed
    self.levels = levels
    self.isHeard = isHeard
    self.customerSound = customerSound
    self.doubts = doubts
  }
}
