import Conversation

/// The figures of a group of calls.
public struct TeamFigures: Sendable {
  /// The calls.
  public let calls: Int
  /// Their length in hours.
  public let hours: Double
  /// The agent's share of talk; nil where nobody spoke.
  public let share: Double?
  /// The interruptions by agents that took the turn, that did not, and that are unclear.
  public let taken: Int
  /// Those that tried and did not take it.
  public let failed: Int
  /// Those that did not take the turn and may only have agreed.
  public let mayBeAgreement: Int
  /// Those without a clear outcome.
  public let unclear: Int
  /// Those that people concerned have marked as wrong; they are in no other count.
  public let disputed: Int
  /// Those of them that took the turn.
  public let disputedTaken: Int
  /// Those that took the turn and stand out, by a salience of at least 0.5.
  public let salient: Int
  /// The customers' interruptions that took the turn.
  public let customerTaken: Int
  /// The customers' turns.
  public let customerTurns: Int
  /// Returns to the own turn of which timing cannot tell whose it was; nil where nothing tells.
  public let contested: Int?
  /// Signs of listening.
  public let backchannels: Int
  /// The time that customers spoke, in minutes.
  let customerMinutes: Double
  /// The middle of the calls' usual waits, in seconds.
  public let wait: Double?
  /// Long silences, as a share of the time.
  public let deadAir: Double
  /// Opening statements that came to their end, and all that were found.
  public let openings: (heard: Int, all: Int)
  /// The agents' monologues.
  public let monologues: Int
  /// What the agents' words amount to in the calls that have words.
  public let words: WordSums

  init(_ calls: [TeamCall]) {
    self.calls = calls.count
    let seconds = calls.reduce(0) { $0 + $1.duration }
    hours = seconds / 3600
    let agent = calls.reduce(0) { $0 + $1.talk.agent }
    let customer = calls.reduce(0) { $0 + $1.talk.customer }
    share = agent + customer > 0 ? agent / (agent + customer) : nil
    let flags = calls.flatMap(\.flags)
    let standing = flags.filter { !$0.isDisputed }
    disputed = flags.count - standing.count
    disputedTaken = flags.count { $0.isDisputed && $0.tookTurn }
    taken = standing.count(where: \.tookTurn)
    failed = standing.count(where: \.failed)
    mayBeAgreement = standing.count(where: \.mayBeAgreement)
    unclear = standing.count - taken - failed - mayBeAgreement
    salient = standing.count { $0.tookTurn && $0.salience >= 0.5 }
    customerTaken = calls.reduce(0) { $0 + $1.customerTaken }
    customerTurns = calls.reduce(0) { $0 + $1.customerTurns }
    let told = calls.compactMap(\.contested)
    contested = told.isEmpty ? nil : told.reduce(0, +)
    backchannels = calls.reduce(0) { $0 + $1.backchannels }
    customerMinutes = customer / 60
    wait = Self.median(calls.compactMap(\.wait))
    deadAir = seconds > 0 ? calls.reduce(0) { $0 + $1.deadAir } / seconds : 0
    let found = calls.filter { !$0.isOpeningDisputed }.compactMap(\.openingHeard)
    openings = (found.count { $0 }, found.count)
    monologues = calls.reduce(0) { $0 + $1.monologues }
    words = calls.reduce(into: WordSums()) { sums, call in
      sums.add(call.words, lasting: SampleTime(seconds: call.duration))
    }
  }

  /// Interruptions that took the turn in an hour of call; nil for fewer than ten, which make no rate.
  public var takenPerHour: Double? { taken >= 10 && hours > 0 ? Double(taken) / hours : nil }

  /// The same in a hundred of the customers' turns.
  public var takenPerTurns: Double? {
    taken >= 10 && customerTurns > 0 ? 100 * Double(taken) / Double(customerTurns) : nil
  }

  /// Signs of listening in a minute of the customers' talk; nil for fewer than ten.
  public var backchannelRate: Double? {
    backchannels >= 10 && customerMinutes > 0 ? Double(backchannels) / customerMinutes : nil
  }

  /// Whether so few calls would tell of chance, or of a person, more than of a group.
  public var isSmall: Bool { calls < Self.fewestCalls || hours * 60 < Self.fewestMinutes }

  /// The fewest calls of a group that is shown.
  public static let fewestCalls = 5
  /// The fewest minutes of a group that is shown.
  public static let fewestMinutes = 20.0

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
