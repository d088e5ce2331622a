import Conversation
import Foundation
import Interject
import Reporting
import Testing

/// Saved calls as a list, one by one, and forgotten.
@Suite final class KeptCallTests {
  private let root = FileManager.default.temporaryDirectory
    .appending(path: "interject-kept-\(UUID().uuidString)").path
  private let history: CallHistory
  private let text = KeptCallText(style: ReportStyle(), in: .universal)

  init() {
    history = CallHistory(folder: "\(root)/calls")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// A call of which every figure that is kept differs from what stands for none.
  private static var metrics: Metrics {
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 300)
    metrics.silence = SampleTime(seconds: 40)
    metrics.overlap = SampleTime(seconds: 10)
    metrics.unknown = SampleTime(seconds: 2)
    metrics.hold = SampleTime(seconds: 20)
    metrics.transitions = 31
    metrics.customerReplies.count = 9
    metrics.customerReplies.median = SampleTime(seconds: 4)
    metrics.customerReplies.longest = SampleTime(seconds: 21)
    metrics.customerReplies.long = 3
    metrics.deadAir.count = 2
    metrics.deadAir.total = SampleTime(seconds: 12)
    metrics.deadAir.longest = SampleTime(seconds: 8)
    metrics.deadAir.endedByAgent = 1
    metrics.deadAir.endedByCustomer = 1
    metrics.distraction = Distraction(
      judged: SampleTime(seconds: 60), noise: SampleTime(seconds: 3), level: -50)
    metrics.openingStatement = OpeningStatement(
      interval: Interval(start: SampleTime(seconds: 5), end: SampleTime(seconds: 18)),
      firstInterrupted: SampleTime(seconds: 12), completed: false, isLate: true)
    for (party, talk) in [(Party.agent, 120.0), (.customer, 150)] {
      var one = PartyMetrics()
      one.talk = SampleTime(seconds: talk)
      one.turns = 12
      one.longestTurn = SampleTime(seconds: 30)
      one.longestStretch = SampleTime(seconds: 9)
      one.monologues = 1
      one.interruptions.floorTaken = party == .agent ? 3 : 1
      one.interruptions.floorKept = 2
      one.interruptions.unknown = 1
      one.interruptions.open = 0
      one.interruptions.mayBeAgreement = 1
      one.interruptions.markedWrong = 1
      one.interruptions.medianOverlap = SampleTime(seconds: 0.8)
      one.resumptions.total = 2
      one.resumptions.contested = 1
      one.backchannels = 6
      one.credit.inOverlap = 4
      one.credit.inPauses = 2
      one.credit.longestWithout = Interval(
        start: SampleTime(seconds: 40), end: SampleTime(seconds: 75))
      one.yielding.interrupted = 2
      one.yielding.yielded = 1
      one.yielding.median = SampleTime(seconds: 0.7)
      one.yielding.cameBack = 1
      one.prematureAnswers = 1
      one.responses = ResponseTimes(
        count: 12, quick: 3, median: SampleTime(seconds: 0.4),
        percentile90: SampleTime(seconds: 1.2))
      one.speechLevel = -24
      one.signalToNoise = 31
      one.voice.pitch = 120
      one.voice.lowPitch = 90
      one.voice.highPitch = 160
      one.voice.loudness = -24
      one.voice.rate = 4.5
      one.firstMinute = one.voice
      one.toneChanges = 1
      metrics.parties[party] = one
    }
    return metrics
  }

  @Test func everyFigureOfACallIsReadBack() throws {
    let summary = Summary(metrics: Self.metrics, reliable: true)
    let path = try history.save(
      summary, started: try date("2026-03-02T09:15:30Z"), settings: "a")
    let data = try #require(FileManager.default.contents(atPath: path))
    let found = try SavedMetrics(json: data, name: path).summary
    #expect(found == summary)
  }

  @Test func theNewestCallIsTheFirst() throws {
    for day in ["02", "04", "03"] {
      try history.save(
        Summary(metrics: Self.metrics, reliable: day != "03"),
        started: try date("2026-03-\(day)T09:15:30Z"), settings: "")
    }
    let calls = try history.calls()
    #expect(calls.map(\.number) == [1, 2, 3])
    let lines = text.list(calls)
    #expect(
      lines == [
        "      began               length  agent talks  agent interrupts  customer",
        "   1  2026-03-04 09:15      5:00         44 %                 3         1",
        "   2  2026-03-03 09:15      5:00         44 %                 3         1  not reliable",
        "   3  2026-03-02 09:15      5:00         44 %                 3         1",
      ])
    let json = String(decoding: KeptCallText.json(calls), as: UTF8.self)
    #expect(json.contains("\"number\":1,\"id\":\"20260304T091530Z\","))
    #expect(json.contains("\"started\":\"2026-03-04T09:15:30Z\",\"problem\":null"))
    #expect(
      json.contains(
        "\"agent_interruptions\":3,\"agent_attempts\":1,\"agent_may_be_agreement\":1,"
          + "\"agent_marked_wrong\":1,\"customer_interruptions\":1,"))
  }

  @Test func oneCallIsShownAsAReportOfItsFigures() throws {
    try history.save(
      Summary(metrics: Self.metrics, reliable: true), started: try date("2026-03-02T09:15:30Z"),
      settings: "")
    let lines = try text.report(try #require(try history.calls().first), of: 1)
    #expect(lines.first == "Call 1 of 1 · 2026-03-02 09:15 · 5:00.0 · id 20260302T091530Z")
    #expect(lines.contains { $0.hasPrefix("  interruptions: took the turn") && $0.hasSuffix("1") })
    #expect(lines.contains { $0.hasPrefix("Dead air    2 long silences, 12.0 s in all") })
    #expect(!lines.contains { $0.hasPrefix("Notes") })
  }

  @Test func figuresThatTheInputForbadeAreLeftOut() throws {
    try history.save(
      Summary(
        metrics: Self.metrics, reliable: false,
        withheld: [.share, .overlap, .interruptions, .speech]),
      started: try date("2026-03-02T09:15:30Z"), settings: "")
    let call = try #require(try history.calls().first)
    #expect(text.list([call])[1].hasSuffix("–                 –         –  not reliable"))
    let lines = try text.report(call, of: 1)
    #expect(lines.contains("  The input is not good enough for any figures."))
    #expect(lines.contains { $0.hasPrefix("The figures are not reliable") })
    let json = String(decoding: KeptCallText.json([call]), as: UTF8.self)
    #expect(json.contains("\"agent_interruptions\":null"))
  }

  @Test(arguments: [
    (#""floor_kept":2"#, #""floor_kept":-2"#), (#""floor_kept":2"#, #""floor_kept":1e300"#),
    (#""turns":12"#, #""turns":99999999999"#), (#""silence": 40.000"#, #""silence": -1"#),
    (#""judged":60.000"#, #""judged":1e300"#), (#""syllable_rate":4.5"#, #""syllable_rate":-4"#),
  ])
  func anAbsurdFigureIsRefusedInOneLine(_ told: String, _ absurd: String) throws {
    let path = try history.save(
      Summary(metrics: Self.metrics, reliable: true), started: try date("2026-03-02T09:15:30Z"),
      settings: "")
    let data = try #require(FileManager.default.contents(atPath: path))
    let edited = String(decoding: data, as: UTF8.self).replacingOccurrences(of: told, with: absurd)
    #expect(edited.contains(absurd))
    #expect(throws: HistoryError(.notResult, at: path)) {
      try SavedMetrics(json: Data(edited.utf8), name: path)
    }
  }

  @Test(arguments: ["", "{}", "no JSON", #"{"session":{"schema":9},"summary":{}}"#])
  func aDamagedFileIsALineAndHidesNoOther(content: String) throws {
    try history.save(
      Summary(metrics: Self.metrics, reliable: true), started: try date("2026-03-02T09:15:30Z"),
      settings: "")
    try content.write(
      toFile: "\(history.folder)/20260303T101500Z.json", atomically: true, encoding: .utf8)
    let calls = try history.calls()
    let lines = text.list(calls)
    #expect(
      lines[1] == "   1  2026-03-03 10:15  damaged: its file has no figures of a call")
    #expect(lines[2].contains("44 %"))
    #expect(throws: HistoryError.self) { try text.report(calls[0], of: 2) }
    #expect(String(decoding: KeptCallText.json(calls), as: UTF8.self).contains("\"problem\":\"/"))
  }

  @Test func aForgottenCallTakesItsMarksWithIt() throws {
    let summary = Summary(metrics: Self.metrics, reliable: true)
    for day in ["02", "03"] {
      let path = try history.save(
        summary, started: try date("2026-03-\(day)T09:15:30Z"), settings: "")
      try history.save(marks: [123, 125], beside: path)
    }
    let calls = try history.calls()
    try history.forget(calls[0])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: history.folder).sorted() == [
        "20260302T091530Z.json", "20260302T091530Z.marks.json",
      ])
    // One that is gone already is forgotten.
    try history.forget(calls[0])
    #expect(try history.calls().map(\.path) == [calls[1].path])
  }

  @Test func withoutAFolderThereAreNone() throws {
    #expect(try history.calls().isEmpty)
  }
}
