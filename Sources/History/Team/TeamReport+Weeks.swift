import Conversation
import Preferences

extension TeamReport {
  static func weeks(_ calls: [TeamCall], _ time: LocalTime) -> [TeamWeek] {
    grouped(calls, time).map { week in
      let figures = TeamFigures(week.calls)
      return TeamWeek(
        start: week.start, figures: figures.isSmall ? nil : figures, calls: week.calls.count)
    }
  }

  private static func grouped(
    _ calls: [TeamCall], _ time: LocalTime
  ) -> [(start: CalendarDay, calls: [TeamCall])] {
    var weeks: [CalendarDay: [TeamCall]] = [:]
    for call in calls {
      guard let started = call.started else { continue }
      weeks[time.day(of: started).startOfWeek, default: []].append(call)
    }
    return weeks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The last weeks with calls against as many before.
  static func change(_ calls: [TeamCall], weeks: Int, _ time: LocalTime) -> TeamChange? {
    guard var change = plainChange(calls, weeks: weeks, time) else { return nil }
    if change.direction == .down, calls.contains(where: { $0.flags.contains(where: \.isDisputed) })
    {
      let flagged = plainChange(asFlagged(calls), weeks: weeks, time)
      change.restsOnMarks = flagged?.direction != .down
    }
    return change
  }

  private static func plainChange(
    _ calls: [TeamCall], weeks: Int, _ time: LocalTime
  ) -> TeamChange? {
    let all = grouped(calls, time)
    let count = min(weeks, all.count / 2)
    guard count > 0 else { return nil }
    let late = all.suffix(count).flatMap(\.calls)
    let early = all.dropLast(count).suffix(count).flatMap(\.calls)
    return TeamChange(late: rates(late, nil), early: rates(early, nil), weeks: count)
  }
}
