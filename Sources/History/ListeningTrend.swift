import Conversation
public import Foundation

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
  let calendar: Calendar

  /// Sorts calls, each once; days and weeks are those of a calendar.
  public init(_ calls: [SavedCall], calendar: Calendar = .current) {
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
    self.calendar = calendar
  }

  /// The last periods with calls, at most `count` of them, the oldest first.
  public func periods(by step: Step, last count: Int) -> [TrendPeriod] {
    var groups: [(start: Date, calls: [SavedCall])] = []
    for call in calls {
      guard let started = call.started,
        let start = calendar.dateInterval(of: step.component, for: started)?.start
      else { continue }
      if groups.last?.start == start {
        groups[groups.count - 1].calls.append(call)
      } else {
        groups.append((start, [call]))
      }
    }
    return groups.suffix(count).map { TrendPeriod($0.calls, label: label($0.start, step)) }
  }

  private func label(_ date: Date, _ step: Step) -> String {
    let parts = calendar.dateComponents([.weekday, .day, .month, .weekOfYear], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = "\(parts.day ?? 0) \(months[((parts.month ?? 1) - 1) % 12])"
    switch step {
    case .day: return "\(days[((parts.weekday ?? 1) - 1) % 7]) \(day)"
    case .week: return "from \(day)"
    }
  }
}

extension ListeningTrend.Step {
  fileprivate var component: Calendar.Component {
    switch self {
    case .day: .day
    case .week: .weekOfYear
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
      guard let median = call.responses.median else { continue }
      responses += call.responses.count
      waits += median.seconds * Double(call.responses.count)
    }
  }
}
