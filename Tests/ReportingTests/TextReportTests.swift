import Conversation
import GoldenText
import Reporting
import SampleCalls
import Testing

@Suite struct TextReportTests {
  private func lines(_ call: SampleCall, _ style: ReportStyle) -> [String] {
    TextReport(CallReport(call), style: style).lines
  }

  private func text(_ call: SampleCall, _ style: ReportStyle) -> String {
    lines(call, style).map { $0 + "\n" }.joined()
  }

  @Test(arguments: [60, 80, 120])
  func shortCallLooksAsApproved(width: Int) {
    Golden.expect(text(.short, ReportStyle(width: width)), "short-\(width).txt")
  }

  @Test func asciiReportHasOnlyASCII() {
    let report = text(.short, ReportStyle(ascii: true))
    #expect(report.utf8.allSatisfy { $0 < 0x80 })
    Golden.expect(report, "short-ascii.txt")
  }

  @Test func colourChangesNothingButColour() {
    let coloured = text(.short, ReportStyle(colour: true))
    #expect(coloured.contains("\u{1B}[36m"))
    let bare = coloured.replacing(#/\x1B\[\d+m/#, with: "")
    #expect(bare == text(.short, ReportStyle()))
  }

  @Test(arguments: [-799, 0, 799])
  func aWaitThatRoundsToNothingHasNoDirection(ticks: Int) {
    let call = CallReport(.short)
    var metrics = call.summary.metrics
    metrics.parties.agent.responses.median = SampleTime(ticks: ticks)
    let report = CallReport(
      session: call.session, summary: Summary(metrics: metrics, reliable: true),
      record: call.record, version: call.version)
    let lines = TextReport(report, style: ReportStyle(width: 120)).lines
    #expect(lines.contains { $0.contains("The agent starts as the customer stops (") })
  }

  @Test func emptyCallHasNoPictureAndSaysWhy() {
    Golden.expect(text(.empty, ReportStyle()), "empty.txt")
  }

  @Test func onePartyCallLooksAsApproved() {
    Golden.expect(text(.oneParty, ReportStyle()), "one-party.txt")
  }

  @Test func withheldFiguresAreLeftOutAndSaidSo() {
    Golden.expect(text(.identicalChannels, ReportStyle()), "withheld.txt")
  }

  @Test func tenHourCallFitsSixBandsAndAShortList() {
    let report = lines(.long, ReportStyle())
    #expect(report.count { $0.hasPrefix("  agent     ") } == 6)
    #expect(report.count < 140)
    Golden.expect(report.map { $0 + "\n" }.joined(), "long.txt")
  }

  @Test func aMonthOfAudioStillFitsSixBands() {
    var call = SampleCall.short
    call.summary.metrics.duration = SampleTime(seconds: 30 * 86_400)
    #expect(lines(call, ReportStyle()).count { $0.hasPrefix("  agent     ") } <= 7)
  }

  @Test(arguments: [60, 61, 73, 80, 99, 120, 163, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    for call in [SampleCall.short, .long, .empty, .oneParty, .identicalChannels] {
      for line in lines(call, ReportStyle(width: width)) {
        #expect(line.count <= width, "\(call.session.source): \(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func controlCharactersInNamesDoNotReachTheTerminal() {
    var call = SampleCall.short
    call.session.source = "a\u{1B}[2J\n.wav"
    call.session.callID = "\u{9B}31m"
    call.summary.notes = ["\u{7}"]
    let report = text(call, ReportStyle())
    #expect(report.hasPrefix("a?[2J?.wav\n"))
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{9B}" })
  }

  @Test func openFlagsAndWarningsOfEveryKindHaveWords() {
    var record = CallRecord()
    let flag = Interruption(id: 1, party: .agent, start: .zero, confidence: 1, salience: 1)
    record.add(Event(at: .frame, kind: .interruption(flag)))
    for code in WarningCode.allCases {
      record.add(Event(at: SampleTime(seconds: 1), kind: .warning(code, nil)))
    }
    var summary = Summary(metrics: Metrics(), reliable: true)
    summary.metrics.duration = SampleTime(seconds: 1)
    summary.metrics.parties.agent.interruptions.open = 1
    let call = CallReport(
      session: SampleCall.short.session, summary: summary, record: record, version: "1")
    let lines = TextReport(call).lines
    #expect(lines.contains { $0.contains("under way") })
    #expect(lines.count { $0.hasPrefix("  - 0:01.0 ") } == WarningCode.allCases.count)
  }

  @Test func openingStatementsEndInTwoWays() {
    var call = SampleCall.short
    call.summary.metrics.openingStatement?.completed = true
    call.summary.metrics.openingStatement?.firstInterrupted = nil
    let report = text(call, ReportStyle(width: 120))
    #expect(report.contains("spoke for 10.5 s, uninterrupted, and finished."))
  }

  @Test func widthIsBroughtIntoRange() {
    #expect(ReportStyle(width: 10).width == 60)
    #expect(ReportStyle(width: 1000).width == 200)
  }

  @Test func fewerThanTenEventsMakeNoRate() {
    #expect(!text(.short, ReportStyle()).contains("/min"))
    #expect(text(.long, ReportStyle()).contains("/min"))
  }
}
