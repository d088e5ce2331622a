import Conversation
import Foundation
import Reporting
import SampleCalls
import Testing

/// What reports say of words, and what they keep to themselves.
@Suite struct WordReportTests {
  private static func time(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }
  private static func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: time(start), end: time(end))
  }

  private static func report(withTexts: Bool, _ change: (inout CallWording) -> Void = { _ in })
    -> CallReport
  {
    func text(_ text: String) -> String? { withTexts ? text : nil }
    let events: [WordEvent] = [
      .utterance(.agent, interval(1, 2), words: 4, text: text("Tell <me>, please.")),
      .question(
        .agent, interval(1, 2), isOpen: true, answer: time(3.5), text: text("What happened?")),
      .playback(
        .agent, interval(6, 7), heard: interval(3, 4), share: 0.5, text: text("So 140."),
        heardText: text("מאה וארבעים")),
      .phrase(.customer, interval(8, 9), .thanks, text: text("Thanks, \"all\".")),
      .cutInPause(.agent, start: time(10), gap: time(0.4), after: text("because")),
    ]
    var wording = CallWording(source: "vosk transcript")
    wording.language = "en-US"
    wording.alignment = 0.93
    wording.hasActs = true
    wording.facts = 3
    wording.repeatedFacts = 1
    wording.isClosed = false
    wording.parties.agent.questions = 2
    wording.parties.agent.openQuestions = 1
    wording.parties.agent.coverage = 0.9
    wording.parties.customer.words = 40
    wording.parties.customer.phrases = [.thanks: 1]
    change(&wording)
    let call = SampleCall.short
    var record = CallRecord()
    for event in call.events { record.add(event) }
    for event in events { record.add(Event(at: call.summary.end, kind: .words(event))) }
    var summary = call.summary
    summary.wording = wording
    return CallReport(
      session: call.session, summary: summary, record: record, version: "1.2.3")
  }

  private static func text(_ report: CallReport, _ format: OutputFormat) -> String {
    String(decoding: report.bytes(as: format) ?? [], as: UTF8.self)
  }

  private static let spoken = ["What happened", "So 140", "Thanks, ", "because\"", "please"]

  @Test(
    "Without being asked no format quotes what was said",
    arguments: OutputFormat.allCases.filter { !$0.isStreamed })
  func noTexts(format: OutputFormat) {
    let text = Self.text(Self.report(withTexts: false), format)
    for word in Self.spoken { #expect(!text.contains(word), "\(word)") }
  }

  @Test("The timeline of the page marks what words tell, and names the marks")
  func timelineMarks() {
    let page = Self.text(Self.report(withTexts: false), .html)
    let names = [
      ("asked", "question"), ("again", "possible playback"), ("phrase", "phrase, such as thanks"),
      ("cut", "began in an unfinished sentence"),
    ]
    for (sign, name) in names {
      #expect(page.contains("id=\"\(sign)\""))
      #expect(page.contains("<use href=\"#\(sign)\" x=\"8\" y=\"8\"/></g></svg>\(name)</li>"))
    }
    // Each in the whole picture, in the legend, and in the rows for paper.
    #expect(page.components(separatedBy: "href=\"#again\"").count == 4)
  }

  @Test("Without words no format mentions them")
  func noWords() {
    let call = SampleCall.short
    let report = CallReport(
      session: call.session, summary: call.summary, record: CallRecord(call), version: "1")
    for format in OutputFormat.allCases where !format.isStreamed {
      let text = Self.text(report, format)
      #expect(!text.contains("wording") && !text.contains("utterance") && !text.contains("word_"))
    }
  }

  @Test("Texts that were asked for are quoted, apart from the direction around them")
  func texts() throws {
    let report = Self.report(withTexts: true)
    let text = Self.text(report, .text).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("agent asks openly: “What happened?”"))
    #expect(text.contains("“\u{2068}מאה וארבעים\u{2069}”"))
    #expect(Self.text(report, .html).contains("<li dir=\"auto\">0:10.0 agent begins after"))
    #expect(Self.text(report, .webvtt).contains("<v agent>Tell &lt;me&gt;, please.</v>"))
    #expect(Self.text(report, .eventsCSV).contains("\"thanks: Thanks, \"\"all\"\".\""))
    let json = try JSONSerialization.jsonObject(with: Data(Self.text(report, .json).utf8))
    let words = try #require((json as? [String: Any])?["words"] as? [[String: Any]])
    #expect(
      words.map { $0["event"] as? String } == [
        "utterance", "question", "playback", "phrase", "cut_in_pause",
      ])
    #expect(words[2]["heard_text"] as? String == "מאה וארבעים")
  }

  @Test("What there was no occasion for is not called zero")
  func occasions() {
    let text = Self.text(Self.report(withTexts: false), .text)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(rows.contains("open, at least 1 no occasion"))
    #expect(rows.contains("began in an unfinished sentence no occasion no occasion"))
    #expect(rows.contains("possible playbacks 0 no occasion"))
    #expect(rows.contains("thanks none found 1"))
    #expect(rows.joined(separator: " ").contains("No closing by the agent"))
  }

  @Test("Words that were refused say why, and give no figures")
  func refusal() {
    let report = Self.report(withTexts: false) {
      $0.refusal = TranscriptError(.notAligned, "they do not fit", remedy: "name others")
    }
    #expect(Self.text(report, .text).contains("Not used: they do not fit; name others."))
    #expect(!Self.text(report, .text).contains("words a minute"))
    #expect(Self.text(report, .json).contains("\"refused\":\"they do not fit; name others\""))
    #expect(Self.text(report, .html).contains("Not used"))
  }

  @Test("Of other languages only the pace is told")
  func otherLanguages() {
    let report = Self.report(withTexts: false) {
      $0.hasActs = false
      $0.withheld = ["questions: the rules are for English"]
    }
    let text = Self.text(report, .text)
    #expect(text.contains("words a minute") && !text.contains("open, at least"))
    #expect(text.contains("Not measured: questions"))
    #expect(!Self.text(report, .json).contains("open_questions"))
  }

  @Test("The columns of words follow the others, header and row alike")
  func columns() {
    let rows = Self.text(Self.report(withTexts: false), .csv).split(separator: "\r\n")
    let names = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    #expect(names.contains("agent_open_questions_at_least"))
    #expect(names.contains("customer_phrase_thanks"))
    let first = names.firstIndex(of: "word_source")
    #expect(first.map { names[..<$0].contains("notes") } == true)
    #expect(rows[1].hasSuffix(",0,1,0,0,0,0"), "\(rows[1].suffix(40))")
  }

  @Test("Event lines carry each kind's fields")
  func eventLines() {
    var lines = JSONLines()
    for event in Self.report(withTexts: false).record.words {
      lines.append(Event(at: Self.time(65), kind: .words(event)))
    }
    let text = String(decoding: lines.bytes, as: UTF8.self)
    #expect(
      text.contains(
        #""event":"question","party":"agent","start":1.000,"end":2.000,"open":true,"answer":3.500,"at":65.000"#
      ))
    #expect(
      text.contains(
        #""heard_start":3.000,"heard_end":4.000,"share":0.50,"at":65.000"#))
    #expect(
      text.contains(#""event":"cut_in_pause","party":"agent","start":10.000,"gap":0.400,"at""#))
  }
}
