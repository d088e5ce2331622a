import Conversation
import FoundationEssentials
public import Preferences

/// Calls brought together by day or week.
public struct ListeningTrend: Sendable {
  /// The length of a period.
  public enum Step: Sendable {
    /// A calendar day.
    case day
    /// A calendar week.
    case week
  }

  /// The reliable calls with a date, by their beginning.
  public let calls: [SavedCall]
  /// The calls whose files do not say when they began.
  public let undated: Int
  /// The calls whose figures cannot be trusted.
  public let unreliable: Int
  /// The calls with the beginning and all figures of another, as when one is saved twice.
  public let repeated: Int
  let time: LocalTime

  /// Sorts calls, each once; days begin at midnight of some clocks, weeks on Monday.
  public init(_ calls: [SavedCall], in time: LocalTime = .current) {
    let reliable = calls.filter(\.isReliable)
    unreliable = calls.count - reliable.count
    let dated = reliable.filter { $0.started != nil }
    undated = reliable.count - dated.count
    let inOrder = dated.sorted { ($0.started ?? .distantPast) < ($1.started ?? .distantPast) }
    self.calls = inOrder.reduce(into: []) { calls, call in
      let simultaneous = calls.reversed().prefix { $0.started == call.started }
      if !simultaneous.contains(call) { calls.append(call) }
    }
    repeated = dated.count - self.calls.count
    self.time = time
  }

  /// The last periods with calls, at most `count` of them, the oldest first.
  public func periods(by step: Step, last count: Int) -> [TrendPeriod] {
    var groups: [(start: CalendarDay, calls: [SavedCall])] = []
    for call in calls {
      guard let start = start(of: step, with: call) else { continue }
      if groups.last?.start == start {
        groups[groups.count - 1].calls.append(call)
      } else {
        groups.append((start, [call]))
      }
    }
    return groups.suffix(count).map { TrendPeriod($0.calls, label: label($0.start, step)) }
  }

  /// The first day of the period that a call is in; nil without a date.
  func start(of step: Step, with call: SavedCall) -> CalendarDay? {
    guard let day = call.started.map(time.day(of:)) else { return nil }
    return step == .day ? day : day.startOfWeek
  }

  private func label(_ start: CalendarDay, _ step: Step) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date = start.date
    let day = "\(date.day) \(months[date.month - 1])"
    switch step {
    case .day: return "\(days[start.weekday]) \(day)"
    case .week: return "from \(day)"
    }
  }
}

extension TrendPeriod {
  /// Sums up the calls of a period.
  fileprivate init(_ calls: [SavedCall], label: String) {
    self.init(label: label)
    self.calls = calls.count
    for call in calls {
      time += call.duration
      for party in Party.allCases {
        talk[party] += call.talk[party]
        interruptions[party] += call.interruptions[party] ?? 0
      }
      deadAir += call.deadAir
      words.add(call.words, lasting: call.duration)
      if let median = call.responses.median { waits.append(median.seconds) }
    }
  }
}
