/// The thresholds that turn two parties' segments into turns, interruptions and silences.
public struct TurnSettings: Equatable, Sendable {
  /// The time alone that takes or keeps the floor (VAP's window after a shift).
  public var floorAlone: Double = 1.0
  /// The time after an onset within which the floor must settle.
  public var floorWithin: Double = 5.0
  /// The longest backchannel (VAP, Full-Duplex-Bench).
  public var backchannelLongest: Double = 1.0
  /// The silence of the speaker on each side of a backchannel (VAP).
  public var backchannelSilence: Double = 1.0
  /// The longest silence of the other before a backchannel in a pause of the other's turn.
  public var backchannelAfter: Double = 2.0
  /// The time after a backchannel within which the other must go on.
  public var backchannelResume: Double = 1.5
  /// What is taken off the log-odds of every interruption: more for fewer flags (docs/interruptions.md).
  public var interruptionCaution: Double = 0
  /// The silence of the newcomer before an interruption.
  public var newcomerSilent: Double = 0.3
  /// The speech of the other before an interruption.
  public var otherSpoken: Double = 0.2
  /// Starts closer together than this after silence are nobody's interruption.
  public var simultaneousStart: Double = 0.2
  /// A holder of the floor who comes back sooner after the other's start could not hold back.
  public var holderLead: Double = 0.4
  /// The most that the other still says in a terminal overlap (CANDOR: median 0.41).
  public var terminalOverlap: Double = 0.4
  /// The shortest premature answer.
  public var prematureAnswer: Double = 1.0
  /// The longest silence of the holder before a premature answer.
  public var prematureAnswerWithin: Double = 0.5
  /// The mutual silence that is dead air and ends a turn (Contact Lens, MiiTel).
  public var deadAir: Double = 3.0
  /// The turn that is a monologue (call-ai-metrics).
  public var monologue: Double = 60.0
  /// The delay of the customer's channel behind the agent's, in seconds, for judging who was first.
  public var customerDelay: Double = 0.0

  /// Creates the default thresholds.
  public init() {}
}
