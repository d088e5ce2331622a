import Conversation

extension ListeningTrend {
  /// The agent's interruptions in the last weeks with calls against as many weeks before.
  ///
  /// Nil where either side has too few calls.
  public func change(weeks: Int = 4) -> TeamChange? {
    let calls = calls.filter { $0.interruptions.agent != nil }
    let all = Dictionary(grouping: calls) { start(of: .week, with: $0) ?? CalendarDay(number: 0) }
      .sorted { $0.key < $1.key }.map(\.value)
    let count = min(weeks, all.count / 2)
    guard count > 0 else { return nil }
    func rates(_ calls: some Sequence<[SavedCall]>) -> [CallRate.Call] {
      calls.joined().map { call in
        CallRate.Call(
          events: Double(call.interruptions.agent ?? 0), room: call.duration.seconds / 3600)
      }
    }
    return TeamChange(
      late: rates(all.suffix(count)), early: rates(all.dropLast(count).suffix(count)),
      weeks: count)
  }
}
