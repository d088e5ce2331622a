import Conversation
import Foundation
import Interject
import Reporting
import Testing

@Suite struct ListeningTrendTests {
  private func call(
    _ started: String?, isReliable: Bool = true, interruptions: Int = 2
  ) throws -> SavedCall {
    SavedCall(
      started: try started.map { try Date($0, strategy: .iso8601) }, isReliable: isReliable,
      duration: SampleTime(seconds: 600),
      talk: PartyPair(agent: SampleTime(seconds: 200), customer: SampleTime(seconds: 300)),
      interruptions: PartyPair(agent: interruptions, customer: 1),
      responses: ResponseTimes(count: 10, median: SampleTime(seconds: 0.5)),
      deadAir: SampleTime(seconds: 6))
  }

  private let time = LocalTime(secondsEast: 7200)

  @Test func callsAreBroughtTogetherByTheUsersOwnDays() throws {
    let trend = ListeningTrend(
      [
        try call("2026-03-03T23:30:00Z"), try call("2026-03-02T09:00:00Z"),
        try call("2026-03-02T15:00:00Z"),
      ], in: time)
    let days = trend.periods(by: .day, last: 10)
    #expect(days.map(\.label) == ["Mon 2 Mar", "Wed 4 Mar"])
    #expect(days.map(\.calls) == [2, 1])
    #expect(days[0].time == SampleTime(seconds: 1200))
    #expect(days[0].interruptions.agent == 4)
    #expect(days[0].waits == [0.5, 0.5])
  }

  @Test func weeksBeginOnMonday() throws {
    let trend = ListeningTrend(
      [try call("2026-03-01T12:00:00Z"), try call("2026-03-02T12:00:00Z")],
      in: time)
    #expect(trend.periods(by: .week, last: 10).map(\.label) == ["from 23 Feb", "from 2 Mar"])
    #expect(trend.periods(by: .week, last: 1).map(\.label) == ["from 2 Mar"])
  }

  @Test func aCallInTwoFilesCountsOnce() throws {
    let trend = ListeningTrend(
      [
        try call("2026-03-02T09:00:00Z"), try call("2026-03-02T09:00:00Z", interruptions: 3),
        try call("2026-03-02T09:00:00Z"), try call("2026-03-02T09:00:01Z"), try call(nil),
        try call(nil),
      ], in: time)
    #expect(trend.calls.count == 3)
    #expect(trend.repeated == 1)
    #expect(trend.undated == 2)
  }

  @Test func callsThatSayNothingAreCountedApart() throws {
    let trend = ListeningTrend(
      [try call(nil), try call("2026-03-02T12:00:00Z", isReliable: false)],
      in: time)
    #expect(trend.calls.isEmpty)
    #expect(trend.undated == 1)
    #expect(trend.unreliable == 1)
    #expect(trend.periods(by: .day, last: 10).isEmpty)
  }
}
