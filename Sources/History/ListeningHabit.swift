import Conversation
public import FoundationEssentials
public import Preferences

/// What is usual of somebody by the saved calls, and the calls of today among them.
public struct ListeningHabit: Sendable {
  /// The reliable calls of today, the oldest first.
  public let today: [SavedCall]
  /// The days of the last four weeks with enough calls to say something.
  public let days: Int
  /// The middle of these days' interruptions by the agent that took the turn, in an hour of call.
  ///
  /// Nil where there are fewer than three such days.
  public let interruptionsPerHour: Double?
  /// The middle of these days' shares of talk of the agent, from 0 to 1.
  public let shareOfTalk: Double?

  /// The days before today that are looked at.
  public static let span: Int = 28
  /// The fewest days that make something usual.
  private static let fewest = 3

  /// Brings calls together; days begin at midnight of some clocks.
  public init(_ calls: [SavedCall], now: Date, in time: LocalTime = .current) {
    let day = time.day(of: now)
    let start = time.date(day, second: 0)
    let first = time.date(CalendarDay(number: day.number - Self.span), second: 0)
    let trend = ListeningTrend(
      calls.filter { call in call.started.map { $0 >= first && $0 <= now } ?? false }, in: time)
    today = trend.calls.filter { $0.started.map { $0 >= start } ?? false }
    let before = ListeningTrend(
      trend.calls.filter { $0.started.map { $0 < start } ?? false }, in: time)
    // Of the others chance decides.
    let days = before.periods(by: .day, last: Self.span).filter { !$0.isSmall }
    self.days = days.count
    guard days.count >= Self.fewest else {
      (interruptionsPerHour, shareOfTalk) = (nil, nil)
      return
    }
    interruptionsPerHour = Self.middle(
      days.map { Double($0.interruptions.agent) * 3600 / $0.time.seconds })
    shareOfTalk = Self.middle(days.compactMap(\.share))
  }

  /// Reads a history, as far as it is needed; files that are no calls are passed over.
  public init(_ history: CallHistory, now: Date, in time: LocalTime = .current)
    throws(HistoryError)
  {
    let first = now - Double(Self.span + 1) * 86_400
    let calls = try history.files(since: first).compactMap { path in
      FileManager.default.contents(atPath: path).flatMap { data in
        try? SavedCall(json: data, name: path)
      }
    }
    self.init(calls, now: now, in: time)
  }

  private static func middle(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }
}
