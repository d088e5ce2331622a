import Conversation
import Foundation
import Interject
import Preferences
import Testing

@Suite struct ListeningHabitTests {
  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// Six calls of ten minutes on a day, an hour in all.
  private func day(_ day: String, interruptions: Int) throws -> [SavedCall] {
    try (0..<6).map { hour in
      SavedCall(
        started: try date("2026-03-\(day)T\(hour + 10):00:00Z"), isReliable: true,
        duration: SampleTime(seconds: 600),
        talk: PartyPair(agent: SampleTime(seconds: 240), customer: SampleTime(seconds: 240)),
        interruptions: PartyPair(agent: hour == 0 ? interruptions : 0, customer: 0),
        responses: ResponseTimes(), deadAir: .zero)
    }
  }

  @Test func whatIsUsualIsTheMiddleOfTheDaysBeforeToday() throws {
    let calls =
      try day("02", interruptions: 4) + day("03", interruptions: 20)
      + day("04", interruptions: 6) + day("05", interruptions: 90)
    let now = try date("2026-03-05T12:30:00Z")
    let habit = ListeningHabit(calls, now: now, in: .universal)
    #expect(habit.days == 3)
    #expect(habit.interruptionsPerHour == 6)
    #expect(habit.shareOfTalk == 0.5)
    // What is to come counts as little as what is long ago.
    #expect(habit.today.count == 3)
    let later = ListeningHabit(calls, now: try date("2026-06-01T12:00:00Z"), in: .universal)
    #expect(later.days == 0)
    #expect(later.interruptionsPerHour == nil)
    #expect(later.today.isEmpty)
  }

  @Test func twoDaysMakeNothingUsualAndAFourthMovesTheMiddle() throws {
    let now = try date("2026-03-06T12:30:00Z")
    let two = try day("02", interruptions: 4) + day("03", interruptions: 20)
    #expect(
      ListeningHabit(two, now: now, in: .universal).interruptionsPerHour == nil)
    let four = try two + day("04", interruptions: 6) + day("05", interruptions: 10)
    #expect(ListeningHabit(four, now: now, in: .universal).interruptionsPerHour == 8)
  }

  @Test func aHistoryIsReadAndWhatIsNoCallPassedOver() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "interject-habit-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = CallHistory(folder: folder)
    let now = try date("2026-03-05T12:30:00Z")
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 300)
    metrics.parties.agent.talk = SampleTime(seconds: 120)
    metrics.parties.customer.talk = SampleTime(seconds: 150)
    let summary = Summary(metrics: metrics, reliable: true)
    for text in ["2026-03-05T09:00:00Z", "2026-03-04T09:00:00Z", "2025-01-01T09:00:00Z"] {
      try history.save(summary, started: try date(text), settings: "a")
    }
    try Data("nonsense".utf8).write(to: URL(filePath: "\(folder)/20260305T080000Z.json"))
    #expect(try history.files(since: now - 86_400 * 2).count == 3)
    let habit = try ListeningHabit(history, now: now, in: .universal)
    #expect(habit.today.count == 1)
    #expect(habit.days == 0)
    #expect(try ListeningHabit(CallHistory(folder: folder + "/no"), now: now).today.isEmpty)
  }
}
