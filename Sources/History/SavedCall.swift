public import Conversation
public import FoundationEssentials

/// The figures of a call as a result file tells them; what it does not tell is nil.
public struct SavedCall: Equatable, Sendable {
  /// When the call began; nil where the file does not say.
  public var started: Date?
  /// Whether the figures can be trusted.
  public var isReliable: Bool
  /// The length of the call.
  public var duration: SampleTime
  /// The time that each party spoke.
  public var talk: PartyPair<SampleTime>
  /// Each party's interruptions that took the turn; nil where the input forbids the figure.
  public var interruptions: PartyPair<Int?>
  /// The agent's changes of speaker and their middle offset.
  public var responses: ResponseTimes
  /// The total of long mutual silences.
  public var deadAir: SampleTime
  /// The agent, if known.
  public var agent: String?
  /// What the agent's words amount to; nil where there were none to count.
  public var words: AgentWords?

  /// Creates the figures of a call.
  public init(
    started: Date?, isReliable: Bool, duration: SampleTime, talk: PartyPair<SampleTime>,
    interruptions: PartyPair<Int?>, responses: ResponseTimes, deadAir: SampleTime,
    agent: String? = nil
  ) {
    self.started = started
    self.isReliable = isReliable
    self.duration = duration
    self.talk = talk
    self.interruptions = interruptions
    self.responses = responses
    self.deadAir = deadAir
    self.agent = agent
  }
}
