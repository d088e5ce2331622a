public import Conversation

/// The calls of a day, a week or another period, as sums.
public struct TrendPeriod: Equatable, Sendable {
  /// What the period is called.
  public var label: String
  /// The number of calls.
  public var calls: Int = 0
  /// The length of all calls.
  public var time: SampleTime = .zero
  /// The time that each party spoke.
  public var talk: PartyPair<SampleTime> = PartyPair(repeating: .zero)
  /// Each party's interruptions.
  public var interruptions: PartyPair<Int> = PartyPair(repeating: 0)
  /// The total of long mutual silences.
  public var deadAir: SampleTime = .zero
  /// The figures of agents' words, over the calls that have words.
  public var words: WordSums = WordSums()
  /// The agent's usual wait in each call that has one, in seconds: the median of its changes.
  public var waits: [Double] = []

  /// Creates a period without calls.
  public init(label: String) {
    self.label = label
  }

  /// The agent's share of talk, from 0 to 1; nil where nobody spoke.
  var share: Double? {
    let all = talk.agent + talk.customer
    return all > .zero ? talk.agent.seconds / all.seconds : nil
  }

  /// A party's interruptions in an hour of call; nil for fewer than ten, which make no rate.
  func hourly(_ party: Party) -> Double? {
    interruptions[party] >= 10 && time > .zero
      ? Double(interruptions[party]) * 3600 / time.seconds : nil
  }

  /// The agent's wait: the median of the calls' own, as of a team; nil without a change.
  var wait: SampleTime? { TeamFigures.median(waits).map(SampleTime.init(seconds:)) }

  /// Whether chance decides more than habit: fewer than five calls, or less than twenty minutes.
  var isSmall: Bool { calls < 5 || time < SampleTime(seconds: 1200) }
}
