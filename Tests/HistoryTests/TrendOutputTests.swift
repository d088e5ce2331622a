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

  @Test("a period's wait is the median of its calls' own, however many answers each has")
  func waits() throws {
    var calls = calls(0..<3, interruptions: 0)
    for (index, (count, wait)) in [(1, 0.2), (100, 3.0), (1, 0.4)].enumerated() {
      calls[index].responses = ResponseTimes(count: count, median: SampleTime(seconds: wait))
    }
    calls[2].started = calls[0].started?.addingTimeInterval(60)
    calls[1].started = calls[0].started?.addingTimeInterval(120)
    let day = try #require(trend(calls).periods(by: .day, last: 1).first)
    #expect(day.calls == 3 && day.wait == SampleTime(seconds: 0.4))
    #expect(TeamFigures.median(calls.compactMap { $0.responses.median?.seconds }) == 0.4)
    #expect(TrendPeriod(label: "").wait == nil)
  }

  @Test("words are summed up over the calls that have them, and not measured elsewhere")
  func words() throws {
    var calls = calls(0..<8, interruptions: 6)
    for index in 0..<3 {
      var words = AgentWords()
      words.questions = 4
      words.openQuestions = 1
      words.playbacks = 2
      calls[index].words = words
    }
    let trend = trend(calls)
    let days = trend.periods(by: .day, last: 20)
    let weeks = trend.periods(by: .week, last: 20)
    let all = weeks.reduce(0) { $0 + $1.words.words.questions }
    #expect(all == 12 && days[0].words.calls == 1 && days[7].words.calls == 0)
    let text = TrendReport(days, title: "By day").lines
    #expect(text.contains { $0.contains("played back") })
    #expect(text.contains { $0.contains("not measured") })
    let csv = CommaSeparatedText.rows(TrendTables.csv(days: days, weeks: weeks))
    let column = try #require(csv[0].firstIndex(of: "questions"))
    #expect(csv[1][column] == "4" && csv[8][column] == "")
    let json = String(
      decoding: TrendTables.json(days: days, weeks: weeks, change: nil), as: UTF8.self)
    #expect(json.contains("possible_playbacks"))
    let page = TrendPage(days: days, weeks: weeks, change: nil, of: nil, notes: []).bytes
    #expect(String(decoding: page, as: UTF8.self).contains("calls with words"))
    let plain = self.trend(self.calls(0..<8, interruptions: 6)).periods(by: .day, last: 20)
    #expect(!TrendTables.csv(days: plain, weeks: []).contains("questions"))
  }

  @Test("a result's words are counted where the rules were for them")
  func readWords() throws {
    func call(_ wording: String) throws -> SavedCall {
      try SavedCall(
        json: Data(
          """
          {"session":{"schema":1,"started":"2026-09-01T10:00:00Z"},"summary":{"reliable":true,
          "duration":60,"agent":{"talk":20,"responses":{"count":1}},
          "customer":{"talk":20,"responses":{"count":1}},"dead_air":{"total":0}\(wording)}}
          """.utf8), name: "a.json")
    }
    let agent = #""agent":{"questions":3,"open_questions_at_least":1,"possible_playbacks":2}"#
    #expect(try call("").words == nil)
    #expect(try call(",\"wording\":{\"refused\":\"another call\"}").words == nil)
    #expect(try call(",\"wording\":{\"agent\":{\"words\":20}}").words == nil)
    let words = try #require(try call(",\"wording\":{\(agent)}").words)
    #expect(words.questions == 3 && words.openQuestions == 1 && words.playbacks == 2)
  }
}
