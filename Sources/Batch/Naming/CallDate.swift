import Conversation
package import FoundationEssentials
package import Preferences

/// A date with or without a time of day, as people and recorders write it.
package struct CallDate: Equatable {
  package private(set) var year: Int
  package private(set) var month: Int
  package private(set) var day: Int
  package private(set) var hour = 0
  package private(set) var minute = 0
  package private(set) var second = 0
  /// The seconds of the time zone east of UTC; nil where none is given.
  package private(set) var zone: Int?

  /// Reads the whole of a text: `2026-11-02T09:15:30Z`, `20261102T0915+0100`, `2026-11-02`.
  package init?(iso8601 text: String) {
    let pattern =
      /(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d(?::?[0-5]\d)?)?)?/
      .asciiOnlyDigits()
    guard let found = text.wholeMatch(of: pattern) else { return nil }
    self.init(found.1, found.2, found.3)
    let time = [found.4, found.5, found.6].map { $0.flatMap { Int($0) } ?? 0 }
    (hour, minute, second) = (time[0], time[1], time[2])
    if let zone = found.7 { self.zone = Self.seconds(east: zone) }
    guard isPossible else { return nil }
  }

  /// Finds the first date in a name: `20261102-091530`, `2026-11-02_09.15.30`, `call 2026-11-02`.
  ///
  /// Longer numbers, as those of telephones, are none; a time that is impossible is left out.
  package init?(in name: String) {
    let pattern =
      /(?:^|\D)((?:19|20)\d\d)([-_.]?)(\d\d)([-_.]?)(\d\d)(?:([-T_ .]{0,3})(\d\d)[-_:.h]?(\d\d)(?:[-_:.m]?(\d\d))?(Z|[+-]\d\d:?[0-5]\d)?)?(?:\D|$)/
      .asciiOnlyDigits()
    var rest = name[...]
    while let found = rest.firstMatch(of: pattern) {
      rest = rest[rest.index(after: found.range.lowerBound)...]
      guard found.2 == found.4 else { continue }
      self.init(found.1, found.3, found.5)
      guard isPossible else { continue }
      let day = self
      let time = [found.7, found.8, found.9].map { $0.flatMap { Int($0) } ?? 0 }
      (hour, minute, second) = (time[0], time[1], time[2])
      // After another sign than the T of ISO 8601 such a number is anything.
      if let zone = found.10, zone == "Z" || (found.6 == "T" && found.9 != nil) {
        self.zone = Self.seconds(east: zone)
      }
      if !isPossible { self = day }
      return
    }
    return nil
  }

  /// Takes numbers; nil for a day that the calendar does not have, or an impossible time.
  init?(day: (year: Int, month: Int, day: Int), time: (hour: Int, minute: Int, second: Int)) {
    (year, month, self.day) = day
    (hour, minute, second) = time
    guard isPossible else { return nil }
  }

  /// The moment that a text names: ISO 8601, or the seconds or milliseconds of Unix time.
  package static func moment(_ text: String, in local: LocalTime) -> Date? {
    if let date = CallDate(iso8601: text)?.date(in: local) { return date }
    guard text.wholeMatch(of: /\d{10}(?:\d{3})?(?:\.\d+)?/.asciiOnlyDigits()) != nil,
      let number = Double(text)
    else { return nil }
    return Date(timeIntervalSince1970: number >= 1e11 ? number / 1000 : number)
  }

  private init(_ year: Substring, _ month: Substring, _ day: Substring) {
    self.year = Int(year) ?? 0
    self.month = Int(month) ?? 0
    self.day = Int(day) ?? 0
  }

  /// The moment; a date without a zone is one of `local`, a date alone its midnight.
  package func date(in local: LocalTime) -> Date {
    (zone.map(LocalTime.init(secondsEast:)) ?? local).date(
      CalendarDay(year: year, month: month, day: day), second: (hour * 60 + minute) * 60 + second)
  }

  /// Whether the calendar has such a day and a day such a time; hours skipped in spring count.
  private var isPossible: Bool {
    guard (1900...2999).contains(year), (1...12).contains(month), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second),
      zone.map({ abs($0) <= 14 * 3600 }) ?? true
    else { return false }
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func seconds(east zone: Substring) -> Int? {
    guard zone != "Z" else { return 0 }
    let digits = zone.filter(\.isNumber)
    guard let hours = Int(digits.prefix(2)), let minutes = Int("0" + digits.dropFirst(2)) else {
      return nil
    }
    let size = hours * 3600 + minutes * 60
    return zone.hasPrefix("-") ? -size : size
  }
}
