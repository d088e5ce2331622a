public import Conversation

/// A call of the day that is over.
public struct DayCall: Equatable, Sendable {
  /// Its beginning in the stream; nil of a call from before that was read from the saved ones.
  public var start: SampleTime?
  /// The minute of the day at which it began; nil where it is not known.
  public var minuteOfDay: Int?
  /// Its length.
  public var length: SampleTime
  /// The time that each party talked.
  public var talk: PartyPair<SampleTime>
  /// The agent's interruptions that took the turn; nil where the input forbids the figure.
  public var interruptions: Int?
  /// What can be learnt from it.
  var lessons: [GuidanceLine] = []
  /// What happened in it, in the order of time; the newest where it was much.
  var moments: [LogEntry] = []
  /// Who spoke when.
  var sketch: CallSketch?

  /// The most moments that are kept of a call.
  static let mostMoments = 40

  /// Creates a call of which only figures are known, such as a saved one.
  public init(
    minuteOfDay: Int?, length: SampleTime, talk: PartyPair<SampleTime>, interruptions: Int?
  ) {
    self.minuteOfDay = minuteOfDay
    self.length = length
    self.talk = talk
    self.interruptions = interruptions
  }

  /// The agent's share of talk, from 0 to 1; nil where nobody spoke.
  var shareOfTalk: Double? {
    let all = talk.agent + talk.customer
    return all > .zero ? talk.agent.seconds / all.seconds : nil
  }
}
