import Conversation
import GoldenText
import Reporting
import SampleCalls
import Testing

@Suite struct LiveTextTests {
  private func seconds(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }

  private func text(_ detail: PlainDetail) -> String {
    var text = PlainEventText(detail)
    let lines = SampleCall.short.events.flatMap { text.lines($0) } + text.finish()
    return lines.map { $0 + "\n" }.joined()
  }

  @Test func shortCallReadsAsApproved() {
    Golden.expect(text(.news), "plain.txt")
    Golden.expect(text(.everything), "plain-verbose.txt")
  }

  @Test func anInterruptionIsOneLineWithTheTimeAtWhichItBegan() {
    var text = PlainEventText()
    let flag = Interruption(
      id: 1, party: .agent, start: seconds(12.3), confidence: 0.83, salience: 1)
    #expect(text.lines(Event(at: seconds(12.8), kind: .interruption(flag))) == [])
    let end = InterruptionResolution(
      id: 1, outcome: .floorTaken, overlap: seconds(0.9), salience: 1)
    #expect(
      text.lines(Event(at: seconds(14), kind: .interruptionResolved(end)))
        == ["0:12.3  agent interrupts customer, took the turn (0.9 s)"])
  }

  @Test func linesComeInTheOrderInWhichThingsHappened() {
    var text = PlainEventText()
    let flags = (1...2).map {
      Interruption(
        id: $0, party: .agent, start: seconds(Double($0) * 10), confidence: 1, salience: 1)
    }
    var lines: [String] = []
    lines += text.lines(Event(at: seconds(10.5), kind: .interruption(flags[0])))
    lines += text.lines(Event(at: seconds(12), kind: .mark))
    #expect(lines.isEmpty)
    let end = InterruptionResolution(
      id: 1, outcome: .floorKept, overlap: seconds(1), salience: 1)
    lines += text.lines(Event(at: seconds(14), kind: .interruptionResolved(end)))
    #expect(
      lines == ["0:10.0  agent interrupts customer, did not take the turn", "0:12.0  marked"])
    // One that is withdrawn leaves nothing but what has waited for it, and so does the end.
    lines = text.lines(Event(at: seconds(20.5), kind: .interruption(flags[1])))
    lines += text.lines(Event(at: seconds(21), kind: .warning(.noisy, .agent)))
    #expect(lines.isEmpty)
    lines += text.lines(Event(at: seconds(22), kind: .retraction(id: 2, .backchannel)))
    #expect(lines == ["0:21.0  warning: agent's channel: the noise is close to the speech"])
    _ = text.lines(Event(at: seconds(30.5), kind: .interruption(flags[1])))
    _ = text.lines(Event(at: seconds(31), kind: .mark))
    #expect(text.finish() == ["0:31.0  marked"])
  }

  @Test func whatMayBeAgreementIsForWhoeverAsksForEverything() {
    let flag = Interruption(
      id: 1, party: .agent, start: seconds(5), confidence: 0.8, salience: 1)
    let end = InterruptionResolution(
      id: 1, outcome: .floorKept, overlap: seconds(1), salience: 1, agreement: 0.4)
    let events = [
      Event(at: seconds(5.5), kind: .interruption(flag)),
      Event(at: seconds(7), kind: .interruptionResolved(end)),
    ]
    var (news, everything) = (PlainEventText(), PlainEventText(.everything))
    #expect(events.flatMap { news.lines($0) } + news.finish() == [])
    #expect(
      events.flatMap { everything.lines($0) } == [
        "0:05.0  both speak: agent over customer (0.80)",
        "0:05.0  agent talked over customer, may be agreement (0.40)",
      ])
    #expect(
      everything.lines(events[1]) == ["0:07.0  an interruption is settled: did not"])
  }

  @Test func aLiveCallHasItsOwnTimes() {
    var text = PlainEventText(clock: EventClock(.call, secondOfDay: 9 * 3600 + 59))
    let call = Interval(start: seconds(65), end: seconds(100))
    let nudge = Nudge(rule: .interrupted, start: seconds(75), outcome: .floorTaken)
    let moment = GuidanceMoment(seconds(75), in: .init(number: 1, start: call.start))
    let lesson = GuidanceLine(rule: .interrupted, count: 1, moments: [moment])
    let events: [Event] = [
      Event(at: seconds(40), kind: .mark),
      Event(at: seconds(70), kind: .callStarted(start: call.start)),
      Event(at: seconds(80), kind: .guidance(nudge)),
      Event(at: seconds(115), kind: .callEnded(call, Metrics())),
      Event(at: seconds(115), kind: .lesson(lesson)),
      Event(at: seconds(120), kind: .mark),
    ]
    #expect(
      events.flatMap { text.lines($0) } == [
        "0:40.0  marked", "0:00.0  call begins, 09:02",
        "0:15.0  guidance: Both spoke at 0:10; the customer stopped.",
        "0:35.0  call ends after 0:35",
        "0:35.0  lesson: You cut in once in a way that stands out: let the customer finish. "
          + "At 0:10.0 of the call.", "2:00.0  marked",
      ])
  }

  @Test func callsAndHoldsAreSaid() {
    var text = PlainEventText(.everything)
    let interval = Interval(start: SampleTime(seconds: 5), end: SampleTime(seconds: 130))
    let kinds: [Event.Kind] = [
      .callStarted(start: interval.start), .holdStarted(start: interval.start), .hold(interval),
      .mark, .callEnded(interval, Metrics()),
    ]
    #expect(
      kinds.flatMap { text.lines(Event(at: interval.end, kind: $0)) } == [
        "0:05.0  call begins", "0:05.0  on hold", "0:05.0  on hold for 2:05", "2:10.0  marked",
        "2:10.0  call ends after 2:05",
      ])
  }

  @Test func announcementsAndMetricsHaveNoLine() {
    var text = PlainEventText(.everything)
    let kinds: [Event.Kind] = [
      .speechStarted(.agent, start: .zero), .speechCancelled(.agent, start: .zero),
      .overlapStarted(by: .agent, start: .zero), .metrics(Metrics()),
    ]
    for kind in kinds { #expect(text.lines(Event(at: .zero, kind: kind)) == []) }
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
    summary.notes = [
      "the customer's device ran 200 ppm faster than the agent's; this was corrected"
    ]
    let lines = ShortSummaryText.lines(summary, columns: columns)
    #expect(lines.allSatisfy { $0.count <= min(columns, 80) })
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(
      words == ShortSummaryText.lines(summary).joined(separator: " ").split(separator: " "))
  }

  @Test func lessonsThatWereToldOfTheOnlyCallAreNotSaidAgain() {
    var summary = SampleCall.short.summary
    summary.guidance = [GuidanceLine(rule: .talkedLong, count: 1, moments: [])]
    summary.calls = 1
    func isGuided(_ told: Bool) -> Bool {
      ShortSummaryText.lines(summary, toldLessons: told).contains { $0.hasPrefix("guidance") }
    }
    #expect(isGuided(false) && !isGuided(true))
    // Of several calls the guidance is another than each one's.
    summary.calls = 2
    #expect(isGuided(true))
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
    // A share of the whole call has no moment, but its long turns have.
    summary.guidance = [
      GuidanceLine(rule: .talkShare, count: 4, share: 0.9, moments: [moments[0]])
    ]
    #expect(
      ShortSummaryText.lines(summary).joined(separator: " ").contains("Long turns at 0:41.0"))
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
    let lines = StatusLineText.lesson(line, clock: EventClock(), columns: 60)
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
