import Conversation
import Dashboard
import FoundationEssentials
import Interject

extension CallDay {
  /// The day before its next call: saved calls of today, what is usual, and the goal.
  ///
  /// What is usual is that of the saved calls of the last weeks. Where calls are not saved, nothing
  /// is read.
  init(_ history: MonitorHistory?, goal: Double?, now: Date = .now) {
    self.init()
    self.goal = goal
    guard let history,
      let habit = try? ListeningHabit(CallHistory(folder: history.folder), now: now)
    else { return }
    if let rate = habit.interruptionsPerHour, let share = habit.shareOfTalk {
      usual = UsualDay(days: habit.days, interruptionsPerHour: rate, shareOfTalk: share)
    }
    for call in habit.today {
      add(
        DayCall(
          minuteOfDay: call.started.map { LocalTime.current.second(of: $0) / 60 },
          length: call.duration,
          talk: call.talk, interruptions: call.interruptions.agent))
    }
  }
}
