import Conversation
import Foundation
import Preferences
import Testing

@Suite struct LocalTimeTests {
  /// Central European time in 2026: summer time from March 29 to October 25, 1:00 universal time.
  private let europe = LocalTime { (1_774_746_000..<1_792_890_000).contains($0) ? 7200 : 3600 }
  /// A zone whose clocks went from 24:00 to 1:00, so that a day had no midnight.
  private let brazil = LocalTime { $0 < 1_541_300_400 ? -10_800 : -7200 }

  private func text(_ time: LocalTime, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int)
    -> String
  {
    time.date(
      CalendarDay(year: 2026, month: month, day: day), second: hour * 3600 + minute * 60
    ).formatted(.iso8601)
  }

  @Test func aLocalTimeIsTheMomentThatTheClocksShowIt() {
    #expect(text(europe, 1, 15, 9, 30) == "2026-01-15T08:30:00Z")
    #expect(text(europe, 7, 15, 9, 30) == "2026-07-15T07:30:00Z")
    #expect(text(europe, 3, 29, 1, 59) == "2026-03-29T00:59:00Z")
    #expect(text(europe, 3, 29, 3, 0) == "2026-03-29T01:00:00Z")
  }

  @Test func aTimeThatComesTwiceIsTheFirst() {
    #expect(text(europe, 10, 25, 2, 30) == "2026-10-25T00:30:00Z")
    #expect(text(europe, 10, 25, 3, 0) == "2026-10-25T02:00:00Z")
  }

  @Test func aTimeThatIsSkippedIsAsFarBehindTheChange() {
    #expect(text(europe, 3, 29, 2, 30) == "2026-03-29T01:30:00Z")
    let midnight = brazil.date(CalendarDay(year: 2018, month: 11, day: 4), second: 0)
    #expect(midnight.timeIntervalSince1970 == 1_541_300_400)
  }

  @Test func aMomentFallsOnTheDayOfTheClocks() throws {
    let late = try Date("2026-07-31T22:30:00Z", strategy: .iso8601)
    #expect(europe.day(of: late).text == "2026-08-01")
    #expect(LocalTime.universal.day(of: late).text == "2026-07-31")
    #expect(
      LocalTime(secondsEast: -3600).day(of: Date(timeIntervalSince1970: 0)).text == "1969-12-31")
    #expect(LocalTime.universal.day(of: Date(timeIntervalSince1970: -0.5)).text == "1969-12-31")
    #expect(LocalTime.universal.day(of: .distantFuture).date.year == 4001)
    #expect(LocalTime.universal.day(of: Date(timeIntervalSince1970: 1e300)).number > 0)
  }

  @Test func theUsersZoneIsThatOfTheSystem() {
    for moment in [1_767_225_600.0, 1_782_864_000, 1_792_890_000] {
      let date = Date(timeIntervalSince1970: moment)
      let parts = Calendar.current.dateComponents([.year, .month, .day, .hour], from: date)
      let day = LocalTime.current.day(of: date)
      #expect(day.date == (parts.year, parts.month, parts.day) as (Int?, Int?, Int?))
      #expect(LocalTime.current.date(day, second: (parts.hour ?? 0) * 3600) == date)
    }
  }
}
