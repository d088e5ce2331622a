import Conversation
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
    #expect(report.count < 120)
    Golden.expect(report.map { $0 + "\n" }.joined(), "long.txt")
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

  @Test func widthIsBroughtIntoRange() {
    #expect(ReportStyle(width: 10).width == 60)
    #expect(ReportStyle(width: 1000).width == 200)
  }

  @Test func fewerThanTenEventsMakeNoRate() {
    #expect(!text(.short, ReportStyle()).contains("/min"))
    #expect(text(.long, ReportStyle()).contains("/min"))
  }
}
