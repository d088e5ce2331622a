public import Conversation
public import FoundationEssentials
internal import Glibc

/// The clocks of a time zone: the day on which a moment falls, and the moment that a local time means.
///
/// The user's zone is asked of the C library, which follows `TZ` and the machine's setting. Foundation's
/// own zones come with 34 MB of data.
public struct LocalTime: Sendable {
  /// The user's time zone.
  public static let current = LocalTime { moment in
    var time = time_t(moment)
    var parts = tm()
    return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
  }

  /// Universal time.
  public static let universal = LocalTime(secondsEast: 0)

  private let secondsEast: @Sendable (_ moment: Int) -> Int

  /// Creates clocks that are always the same time ahead of universal time.
  public init(secondsEast: Int) {
    self.init { _ in secondsEast }
  }

  /// Creates clocks that are ahead of universal time by seconds that depend on the second since 1970.
  public init(secondsEast: @escaping @Sendable (_ moment: Int) -> Int) {
    self.secondsEast = secondsEast
  }

  /// The day on which a moment falls.
  public func day(of date: Date) -> CalendarDay {
    CalendarDay(number: Int((Double(local(date)) / Self.secondsOfDay).rounded(.down)))
  }

  /// The time that the clocks show at a moment, in seconds of the day.
  public func second(of date: Date) -> Int {
    local(date) - day(of: date).number * Int(Self.secondsOfDay)
  }

  /// The seconds since 1970 by these clocks.
  private func local(_ date: Date) -> Int {
    // Beyond a hundred thousand years no date of a call is meant, and none overflows.
    let bounded = min(max(date.timeIntervalSince1970, -3e12), 3e12)
    let moment = Int(bounded.rounded(.down))
    return moment + secondsEast(moment)
  }

  /// The moment at which the clocks show a time, given in seconds of a day.
  ///
  /// Of a time that comes twice, in autumn, it is the first; one that is skipped, in spring, is as far
  /// behind the change as it claims to be.
  public func date(_ day: CalendarDay, second: Int) -> Date {
    let local = day.number * Int(Self.secondsOfDay) + second
    let before = secondsEast(local - Int(Self.secondsOfDay))
    let after = secondsEast(local + Int(Self.secondsOfDay))
    let isBefore = secondsEast(local - before) == before || secondsEast(local - after) != after
    return Date(timeIntervalSince1970: Double(local - (isBefore ? before : after)))
  }

  private static let secondsOfDay = 86_400.0
}
