import Conversation
import GoldenText
import History
import Reporting
import Testing

@Suite struct TrendReportTests {
  private var periods: [TrendPeriod] {
    var busy = TrendPeriod(label: "Mon 2 Mar")
    busy.calls = 12
    busy.time = SampleTime(seconds: 3731)
    busy.talk = PartyPair(agent: SampleTime(seconds: 1900), customer: SampleTime(seconds: 1700))
    busy.interruptions = PartyPair(agent: 14, customer: 3)
    busy.deadAir = SampleTime(seconds: 70)
    busy.waits = [0.45]
    var quiet = TrendPeriod(label: "Tue 3 Mar")
    quiet.calls = 2
    quiet.time = SampleTime(seconds: 420)
    quiet.talk = PartyPair(agent: SampleTime(seconds: 100), customer: SampleTime(seconds: 300))
    quiet.interruptions = PartyPair(agent: 3, customer: 0)
    return [busy, quiet, TrendPeriod(label: "Wed 4 Mar")]
  }

  @Test(arguments: [60, 70, 80, 120])
  func daysLookAsApproved(width: Int) {
    let style = ReportStyle(width: width)
    let lines = TrendReport(periods, title: "Listening by day", style: style).lines
    #expect(lines.allSatisfy { $0.count <= width })
    Golden.expect(lines.map { $0 + "\n" }.joined(), "trend-\(width).txt")
  }

  @Test func fewInterruptionsAreACountAndNoRate() {
    let lines = TrendReport(periods, title: "").lines
    #expect(lines[2].contains("14 (13.5/h)"))
    #expect(lines[3].contains(" 3 ") && !lines[3].contains("/h"))
  }

  @Test func withoutPeriodsThereIsNoChart() {
    #expect(TrendReport([], title: "Listening by day").lines.isEmpty)
  }
}
