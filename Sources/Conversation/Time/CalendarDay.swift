/// A day of the Gregorian calendar, without a time and without a time zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// The days since January 1, 1970.
  public let number: Int

  /// Takes the days since January 1, 1970.
  public init(number: Int) {
    self.number = number
  }

  /// Takes a date; days beyond the end of a month are those of the next.
  ///
  /// Years are counted from March, so that the leap day ends them (H. Hinnant, "chrono-compatible
  /// low-level date algorithms", 2013).
  public init(year: Int, month: Int, day: Int) {
    let year = month > 2 ? year : year - 1
    let era = Self.floor(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * Self.daysOfEra + dayOfEra - Self.daysBefore1970)
  }

  /// Its year, its month from 1 and its day from 1.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + Self.daysBefore1970
    let era = Self.floor(shifted, Self.daysOfEra)
    let dayOfEra = shifted - era * Self.daysOfEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The day of the week, from 0 for Monday.
  public var weekday: Int { number + 3 - Self.floor(number + 3, 7) * 7 }

  /// The Monday on which its week begins (ISO 8601).
  public var startOfWeek: CalendarDay { CalendarDay(number: number - weekday) }

  /// The date as in ISO 8601, `2026-11-02`.
  public var text: String {
    let (year, month, day) = date
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Whether a day is before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  private static let daysOfEra = 146_097
  /// From March 1 of the year 0.
  private static let daysBefore1970 = 719_468

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    (number >= 0 ? number : number - divisor + 1) / divisor
  }
}
