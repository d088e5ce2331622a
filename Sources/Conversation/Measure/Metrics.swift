/// The measures of a conversation up to a moment; all lengths are in the stream's time.
///
/// Time overlapped counts as talk of both parties, so that talk, overlap and silence add up:
/// `talk.agent + talk.customer - overlap + silence + unknown + hold = duration`.
public struct Metrics: Equatable, Sendable {
  /// The length of the stream.
  public var duration: SampleTime = .zero
  /// The time during which neither party spoke and both were heard.
  public var silence: SampleTime = .zero
  /// The time during which both spoke.
  public var overlap: SampleTime = .zero
  /// The time during which at least one party was not heard.
  public var unknown: SampleTime = .zero
  /// The time on hold, in which nothing else is measured; live only.
  public var hold: SampleTime = .zero
  /// The measures of each party.
  public var parties: PartyPair<PartyMetrics> = PartyPair(repeating: PartyMetrics())
  /// The changes of who speaks.
  public var transitions: Int = 0
  /// The customer's turns that followed an agent's turn.
  public var customerReplies: TurnLengths = TurnLengths()
  /// The mutual silences that count as dead air.
  public var deadAir: DeadAir = DeadAir()
  /// The customer's opening statement; nil where none was found.
  public var openingStatement: OpeningStatement?
  /// The noise on the agent's side while the customer speaks; nil where it cannot be determined.
  public var distraction: Distraction?
  /// Which of these figures would mislead and are left out of every report.
  public var withheld: Withheld = []

  /// Creates the measures of an empty conversation.
  public init() {}

  /// Turns of both parties a minute.
  public var turnsPerMinute: Double? {
    rate(parties.agent.turns + parties.customer.turns)
  }

  /// Changes of who speaks a minute.
  public var switchesPerMinute: Double? { rate(transitions) }

  /// A party's share of all talk, from 0 to 1; nil while nobody has spoken.
  public func shareOfTalk(_ party: Party) -> Double? {
    let all = parties.agent.talk.ticks + parties.customer.talk.ticks
    return all > 0 ? Double(parties[party].talk.ticks) / Double(all) : nil
  }

  /// A party's talk as a share of the stream, from 0 to 1; nil for an empty one.
  public func shareOfCall(_ party: Party) -> Double? {
    duration > .zero ? Double(parties[party].talk.ticks) / Double(duration.ticks) : nil
  }

  /// A party's backchannels a minute of the other's talk; nil for fewer than ten.
  public func backchannelRate(_ party: Party) -> Double? {
    let count = parties[party].backchannels
    let heard = parties[party.other].talk
    return count >= 10 && heard > .zero ? Double(count) * 60 / heard.seconds : nil
  }

  /// The agent's speech level above the customer's, in dB; nil while either is unknown.
  public var levelDifference: Double? {
    guard let agent = parties.agent.speechLevel, let customer = parties.customer.speechLevel else {
      return nil
    }
    return agent - customer
  }

  /// A party's interruptions that took the turn, for each turn of the other; nil for fewer than ten
  /// turns.
  public func interruptionsPerTurn(_ party: Party) -> Double? {
    let turns = parties[party.other].turns
    return turns >= 10 ? Double(parties[party].interruptions.floorTaken) / Double(turns) : nil
  }

  /// A count an hour of stream; nil for fewer than ten events, which make no rate (τ²-voice).
  public func hourly(_ count: Int) -> Double? { rate(count).map { $0 * 60 } }

  /// A count a minute of stream; nil for fewer than ten events, which make no rate (τ²-voice).
  public func rate(_ count: Int) -> Double? {
    count >= 10 && duration > .zero ? Double(count) * 60 / duration.seconds : nil
  }
}
