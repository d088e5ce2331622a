/// What is usual of somebody: the middle of the days with enough calls in the last weeks.
public struct UsualDay: Equatable, Sendable {
  /// The number of these days.
  public var days: Int
  /// The agent's interruptions that took the turn, in an hour of call.
  public var interruptionsPerHour: Double
  /// The agent's share of talk, from 0 to 1.
  public var shareOfTalk: Double

  /// Creates what is usual.
  public init(days: Int, interruptionsPerHour: Double, shareOfTalk: Double) {
    self.days = days
    self.interruptionsPerHour = interruptionsPerHour
    self.shareOfTalk = shareOfTalk
  }
}
