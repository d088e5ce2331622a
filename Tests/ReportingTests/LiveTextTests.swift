import Conversation
import GoldenText
import Reporting
import SampleCalls
import Testing

@Suite struct LiveTextTests {
  @Test func shortCallReadsAsApproved() {
    var text = PlainEventText()
    let lines = SampleCall.short.events.compactMap { text.line($0) }
    Golden.expect(lines.map { $0 + "\n" }.joined(), "plain.txt")
  }

  @Test func anInterruptionIsSaidInOneClause() {
    var text = PlainEventText()
    let flag = Interruption(id: 1, party: .agent, start: .zero, confidence: 0.83, salience: 1)
    let event = Event(at: SampleTime(seconds: 12.3), kind: .interruption(flag))
    #expect(text.line(event) == "0:12.3  both speak: agent over customer (0.83)")
  }

  @Test func callsAndHoldsAreSaid() {
    var text = PlainEventText()
    let interval = Interval(start: SampleTime(seconds: 5), end: SampleTime(seconds: 130))
    let kinds: [Event.Kind] = [
      .callStarted(start: interval.start), .holdStarted(start: interval.start), .hold(interval),
      .mark, .callEnded(interval, Metrics()),
    ]
    #expect(
      kinds.compactMap { text.line(Event(at: interval.end, kind: $0)) } == [
        "2:10.0  call begins", "2:10.0  on hold", "2:10.0  on hold for 125.0 s", "2:10.0  marked",
        "2:10.0  call of 2:05.0 is over",
      ])
  }

  @Test func announcementsAndMetricsHaveNoLine() {
    var text = PlainEventText()
    let kinds: [Event.Kind] = [
      .speechStarted(.agent, start: .zero), .speechCancelled(.agent, start: .zero),
      .overlapStarted(by: .agent, start: .zero), .metrics(Metrics()),
    ]
    for kind in kinds { #expect(text.line(Event(at: .zero, kind: kind)) == nil) }
  }

  @Test func statusLineFitsAndKeepsItsColumns() {
    let nobody = PartyPair(repeating: false)
    let empty = StatusLineText.line(Metrics(), speaking: nobody)
    let short = StatusLineText.line(
      SampleCall.short.summary.metrics, speaking: PartyPair(agent: true, customer: false))
    let long = StatusLineText.line(
      SampleCall.long.summary.metrics, speaking: PartyPair(repeating: true))
    #expect(
      short
        == "      1:36  agent ●  49 %  customer    51 %  interruptions 1:0     both   5 %")
    for line in [empty, long] { #expect(line.count == short.count, "\(line)") }
    #expect(long.count <= StatusLineText.width)
  }

  @Test func aNarrowStatusLineLeavesOutWhatMattersLeast() {
    let expected = [
      (77, "      1:36  agent ●  49 %  customer    51 %  interruptions 1:0     both   5 %"),
      (76, "      1:36  agent ●  49 %  customer    51 %  interruptions 1:0    "),
      (65, "agent ●  49 %  customer    51 %  interruptions 1:0    "),
      (53, "A ●  49 % C    51 %  int. 1:0 "),
      (29, "A ●  49 % C    51 %"),
      (18, "A ● C  "),
      (6, "A ● C "), (1, "A"), (0, ""), (-1, ""),
    ]
    for (columns, line) in expected {
      #expect(
        StatusLineText.line(
          SampleCall.short.summary.metrics, speaking: PartyPair(agent: true, customer: false),
          columns: columns) == line, "\(columns)")
    }
  }

  @Test func aStatusLineSaysWhoseDeviceIsGone() {
    #expect(
      StatusLineText.line(
        SampleCall.short.summary.metrics, speaking: PartyPair(repeating: false),
        gone: PartyPair(agent: false, customer: true))
        == "      1:36  agent    49 %  customer    gone  interruptions 1:0     both   5 %")
  }

  @Test(arguments: [false, true]) func aStatusLineFitsEveryTerminal(isRecording: Bool) {
    for columns in 0...100 {
      let line = StatusLineText.line(
        SampleCall.long.summary.metrics, speaking: PartyPair(repeating: true),
        isRecording: isRecording, columns: columns)
      #expect(line.count <= min(columns, StatusLineText.width))
      #expect(!isRecording || columns < 3 || line.hasPrefix("rec"))
    }
  }

  @Test func aStatusLineOfARecordedCallSaysSoAndFits() {
    let line = StatusLineText.line(
      SampleCall.long.summary.metrics, speaking: PartyPair(repeating: true), isRecording: true)
    #expect(line.hasPrefix("rec "))
    #expect(line.count <= StatusLineText.width)
  }

  @Test func aStatusLineLeavesOutWhatIsWithheld() {
    var metrics = SampleCall.short.summary.metrics
    metrics.withheld = [.share, .overlap, .interruptions, .speech]
    let line = StatusLineText.line(metrics, speaking: PartyPair(repeating: false))
    #expect(!line.contains("%") && line.contains("interruptions –:–"))
  }

  @Test(arguments: [20, 40, 60, 80, 200])
  func theSummaryFitsTheTerminal(columns: Int) {
    var summary = SampleCall.short.summary
    summary.notes = ["the customer's device ran 200 ppm faster than the agent's; it was followed"]
    let lines = ShortSummaryText.lines(summary, columns: columns)
    #expect(lines.allSatisfy { $0.count <= min(columns, 80) })
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(
      words == ShortSummaryText.lines(summary).joined(separator: " ").split(separator: " "))
  }

  @Test func momentsOfGuidanceAreThoseOfTheCall() {
    var summary = SampleCall.short.summary
    let moments = [(1, 100.0, 141.0), (3, 1000, 1130.5)].map { number, start, time in
      GuidanceMoment(
        SampleTime(seconds: time), in: .init(number: number, start: SampleTime(seconds: start)))
    }
    (summary.calls, summary.listened) = (3, SampleTime(seconds: 2000))
    summary.guidance = [GuidanceLine(rule: .talkedLong, count: 2, moments: moments)]
    let text = ShortSummaryText.lines(summary).joined(separator: " ")
    #expect(text.contains("At 0:41.0 of call 1, 2:10.5 of call 3."))
    summary.calls = 1
    summary.guidance = [GuidanceLine(rule: .talkedLong, count: 1, moments: [moments[0]])]
    #expect(
      ShortSummaryText.lines(summary).joined(separator: " ").contains("At 0:41.0 of the call."))
  }

  @Test(arguments: [20, 40, 79, 80]) func aRemarkTakesThePlaceOfFiguresAndFits(columns: Int) {
    let remark = StatusLineText.nothingHeard(.customer)
    for isRecording in [false, true] {
      let line = StatusLineText.line(
        Metrics(), speaking: PartyPair(agent: true, customer: false), isRecording: isRecording,
        remark: remark, columns: columns)
      #expect(line.count <= columns)
      #expect(line.contains("Not"))
      #expect(columns < 79 || line.hasSuffix("another output?"))
    }
  }

  @Test func aLessonFitsIntoLines() {
    let line = GuidanceLine(
      rule: .interrupted, count: 3, moments: [GuidanceMoment(SampleTime(seconds: 41))])
    let lines = StatusLineText.lesson(line, columns: 60)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines.joined(separator: " ").hasSuffix("At 0:41.0 of the call."))
  }

  @Test func asciiStatusLineHasOnlyASCII() {
    let line = StatusLineText.line(
      Metrics(), speaking: PartyPair(repeating: true), style: ReportStyle(ascii: true))
    #expect(line.utf8.allSatisfy { $0 < 0x80 })
  }
}
