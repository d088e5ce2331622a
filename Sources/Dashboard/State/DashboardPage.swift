/// What fills the screen.
enum DashboardPage: Equatable, Sendable {
  /// The call under way.
  case call
  /// The calls of the day, one of them chosen.
  case day(chosen: Int)
  /// A call of the day, one of its moments chosen.
  case past(call: Int, moment: Int)

  /// The same page once the oldest call has been forgotten; where it was open, the day.
  var withoutTheFirstCall: DashboardPage {
    switch self {
    case .call: .call
    case .day(let chosen): .day(chosen: max(0, chosen - 1))
    case .past(0, _): .day(chosen: 0)
    case .past(let call, let moment): .past(call: call - 1, moment: moment)
    }
  }
}
