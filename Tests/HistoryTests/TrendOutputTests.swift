import Conversation
import Foundation
import Preferences
import Testing

@testable import History

struct TrendOutputTests {
  private func calls(_ days: Range<Int>, interruptions: Int, agent: String? = nil) -> [SavedCall] {
    days.map { day in
      SavedCall(
        started: Date(timeIntervalSince1970: 1_788_134_400 + Double(day) * 86_400),
        isReliable: true, duration: SampleTime(seconds: 600),
        talk: PartyPair(agent: SampleTime(seconds: 200), customer: SampleTime(seconds: 300)),
        interruptions: PartyPair(agent: interruptions, customer: 1),
        responses: ResponseTimes(count: 10, median: SampleTime(seconds: 0.5)),
        deadAir: SampleTime(seconds: 6), agent: agent)
    }
  }

  private func trend(_ calls: [SavedCall]) -> ListeningTrend {
    ListeningTrend(calls, in: .universal)
  }

  @Test("the last weeks are told against those before, and nothing of too few calls")
  func change() throws {
    let change = try #require(
      trend(calls(0..<14, interruptions: 6) + calls(14..<28, interruptions: 2)).change(weeks: 2))
    #expect(change.direction == .down && change.weeks == 2)
    #expect(abs(change.ratio - 28.5 / 84.5) < 1e-9)
    #expect(trend(calls(0..<7, interruptions: 6)).change() == nil)
    #expect(trend(calls(0..<14, interruptions: 0)).change() == nil)
  }

  @Test("every form tells the same periods")
  func forms() throws {
    let trend = trend(calls(0..<14, interruptions: 6))
    let days = trend.periods(by: .day, last: 20)
    let weeks = trend.periods(by: .week, last: 20)
    let csv = CommaSeparatedText.rows(TrendTables.csv(days: days, weeks: weeks))
    #expect(csv.count == 17 && csv.allSatisfy { $0.count == csv[0].count })
    #expect(
      csv.last == ["week", weeks[1].label, "7", "1.1667", "0.4000", "42", "36", "0.5000", "0.0100"])
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(TrendTables.json(days: days, weeks: weeks, change: trend.change())))
        as? [String: Any])
    #expect((json["days"] as? [Any])?.count == 14 && (json["weeks"] as? [Any])?.count == 2)
    #expect((json["change"] as? [String: Any])?["direction"] as? String == "unclear")
    let page = String(
      decoding: TrendPage(
        days: days, weeks: weeks, change: trend.change(), of: "<Ada>", notes: []
      ).bytes,
      as: UTF8.self)
    #expect(page.contains("Listening of &lt;Ada&gt;") && page.contains(weeks[0].label))
  }
}
