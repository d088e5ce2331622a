import Conversation
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 3), (1969, 12, 31, -1, 2), (2000, 2, 29, 11_016, 1), (2026, 11, 2, 20_759, 0),
    (1900, 3, 1, -25_508, 3), (2999, 12, 31, 376_199, 1), (0, 3, 1, -719_468, 2),
  ])
  func aDateIsItsDayAndBack(year: Int, month: Int, day: Int, number: Int, weekday: Int) {
    let found = CalendarDay(year: year, month: month, day: day)
    #expect(found.number == number)
    #expect(found.date == (year, month, day))
    #expect(found.weekday == weekday)
  }

  @Test func everyDayOfFourCenturiesFollowsItsNeighbour() {
    var last = CalendarDay(year: 1800, month: 1, day: 1).date
    for number in CalendarDay(year: 1800, month: 1, day: 2).number..<84_000 {
      let date = CalendarDay(number: number).date
      let follows = date.day == last.day + 1 && date.month == last.month && date.year == last.year
      let begins =
        date.day == 1 && last.day >= 28
        && (date.month == last.month + 1 && date.year == last.year
          || date.month == 1 && last.month == 12 && date.year == last.year + 1)
      #expect(follows || begins, "\(date) after \(last)")
      #expect(CalendarDay(year: date.year, month: date.month, day: date.day).number == number)
      last = date
    }
  }

  @Test func weeksBeginOnMondayAcrossMonthsAndYears() {
    #expect(CalendarDay(year: 2026, month: 3, day: 1).startOfWeek.text == "2026-02-23")
    #expect(CalendarDay(year: 2027, month: 1, day: 3).startOfWeek.text == "2026-12-28")
    #expect(CalendarDay(year: 2026, month: 11, day: 2).startOfWeek.text == "2026-11-02")
    #expect(CalendarDay(year: 2026, month: 9, day: 30) < CalendarDay(year: 2026, month: 10, day: 1))
  }
}
