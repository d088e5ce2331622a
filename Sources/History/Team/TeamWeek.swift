public import Conversation

/// The calls of a week.
public struct TeamWeek: Sendable {
  /// Its first day.
  public let start: CalendarDay
  /// Its figures; nil for so few calls that none are shown.
  public let figures: TeamFigures?
  /// Its calls.
  public let calls: Int
}
