public import Conversation

/// The calls of a day and what they add up to; a value of bounded size.
public struct CallDay: Equatable, Sendable {
  /// The calls, the oldest first; the newest of very many.
  public private(set) var calls: [DayCall] = []
  /// The number of calls.
  public private(set) var count: Int = 0
  /// The length of all calls.
  public private(set) var time: SampleTime = .zero
  /// The length of the calls whose interruptions are known.
  private(set) var judged = SampleTime.zero
  /// The agent's interruptions that took the turn, in all calls.
  public private(set) var interruptions: Int = 0
  private(set) var talk = PartyPair(repeating: SampleTime.zero)
  /// What is usual; nil where it is not known.
  public var usual: UsualDay?
  /// The most interruptions by the agent in an hour of call that it wants; nil without a goal.
  public var goal: Double?

  /// The most calls that are kept.
  static let most = 100

  /// Creates a day without calls.
  public init() {}

  /// Adds a call that is over.
  public mutating func add(_ call: DayCall) {
    if calls.count == Self.most { calls.removeFirst() }
    calls.append(call)
    count += 1
    time += call.length
    for party in Party.allCases { talk[party] += call.talk[party] }
    guard let number = call.interruptions else { return }
    interruptions += number
    judged += call.length
  }

  /// Adds a lesson of the newest call.
  mutating func add(lesson: GuidanceLine) {
    guard !calls.isEmpty else { return }
    calls[calls.count - 1].lessons.append(lesson)
  }

  /// The agent's share of talk, from 0 to 1; nil where nobody spoke.
  var shareOfTalk: Double? {
    let all = talk.agent + talk.customer
    return all > .zero ? talk.agent.seconds / all.seconds : nil
  }

  /// The number that a rate an hour makes of the calls so far.
  func expected(_ perHour: Double) -> Double { perHour * judged.seconds / 3600 }

  /// Whether there were more interruptions than the goal allows by now; nil without a goal.
  ///
  /// One is always allowed: after a short first call every other goal would be missed.
  public var exceedsGoal: Bool? {
    goal.map { Double(interruptions) > max($0 > 0 ? 1 : 0, expected($0)) }
  }
}
