import Conversation
import Dashboard
import Foundation
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
      let time = call.started.map {
        Calendar.current.dateComponents([.hour, .minute], from: $0)
      }
      add(
        DayCall(
          minuteOfDay: time.map { ($0.hour ?? 0) * 60 + ($0.minute ?? 0) }, length: call.duration,
          talk: call.talk, interruptions: call.interruptions.agent))
    }
  }
}
