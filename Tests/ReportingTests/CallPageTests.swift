import Conversation
import Pages
import SampleCalls
import Testing

@testable import Reporting

struct CallPageTests {
  private func text(_ page: CallPage) -> String { String(decoding: page.bytes, as: UTF8.self) }

  @Test("verdict and guidance come before figures, and figures before how they were measured")
  func order() throws {
    let page = text(CallPage(CallReport(.short)))
    let parts = [
      "class=\"verdict\"", "Worth trying", "class=\"tiles\"", "id=\"timeline\"", "id=\"moments\"",
      "<h2>Talk</h2>", "<h2>Listening</h2>", "how often it is wrong</h2>",
    ]
    var rest = page[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part) is missing or too early")
      rest = rest[found.upperBound...]
    }
  }

  @Test("every finding, measure and note of the text report is there")
  func completeness() {
    let call = CallReport(.short)
    let page = text(CallPage(call))
    for finding in call.findings {
      #expect(page.contains(finding.text.replacing("\u{A0}", with: " ").escapedForPage))
    }
    for measure in call.measures(missing: "–") {
      #expect(page.contains(measure.label.escapedForPage))
    }
    for note in call.notes { #expect(page.contains(note.escapedForPage)) }
  }

  @Test("a report leads to the commands of the program that writes it, and without them to none")
  func commands() throws {
    let commands = ReaderCommands(
      events: "show everything", review: "listen", sample: "", evaluation: "",
      comparison: "compare <file>", answers: "", numbers: "")
    for (format, names) in [
      (OutputFormat.html, ["listen makes a page", "<code>compare &lt;file&gt;</code> counts"]),
      (.text, ["; show everything lists all."]),
    ] {
      let call = CallReport(.long)
      let with = try #require(call.bytes(as: format, commands: commands))
      let without = String(decoding: try #require(call.bytes(as: format)), as: UTF8.self)
      for name in names { #expect(String(decoding: with, as: UTF8.self).contains(name)) }
      #expect(!without.contains("makes a page") && !without.contains("lists all"))
      #expect(!without.contains("counts with"))
    }
  }

  @Test("interruptions are ordered by how much they stand out")
  func ranking() {
    let ranked = CallPage.ranked(CallReport(.long).record)
    #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.salience >= $1.salience })
    let page = text(CallPage(CallReport(.long)))
    let places = ranked.compactMap {
      page.firstRange(of: "id=\"moment-\($0.flag.id)\"")?.lowerBound
    }
    #expect(places.count == ranked.count && places == places.sorted())
  }

  @Test("no name becomes markup")
  func hostileNames() {
    var session = SampleCall.short.session
    let hostile = "</script><img src=x onerror=alert(1)>\"'"
    session.source = hostile
    session.agentID = hostile
    session.callID = hostile
    let call = CallReport(
      session: session, summary: SampleCall.short.summary, record: CallRecord(.short),
      version: hostile)
    let page = text(CallPage(call))
    #expect(!page.contains("<img"))
    #expect(page.matches(of: /<\/script>/).count == 2)
  }

  @Test("the title is call, agent and date as people write them")
  func title() {
    var session = SampleCall.short.session
    session.callID = "17"
    session.agentID = "Mara"
    session.started = "2026-11-02T09:15:30Z"
    let call = CallReport(
      session: session, summary: SampleCall.short.summary, record: CallRecord(.short),
      version: "1")
    #expect(CallPage(call).title == "17, agent Mara, 2 November 2026, 09:15 UTC")
    #expect(PlainDate.text(of: "yesterday") == "yesterday")
    #expect(PlainDate.text(of: "2026-13-02T09:15:30Z") == "2026-13-02T09:15:30Z")
  }

  @Test("clips are in the page, which says whose voices they hold; without clips it says nothing")
  func clips() {
    let call = CallReport(.short)
    #expect(!text(CallPage(call)).contains("contains the voices"))
    let first = CallPage.ranked(call.record).first?.flag.id ?? 0
    let page = text(CallPage(call, clips: [first: SoundClip(type: "audio/ogg", bytes: [1, 2, 3])]))
    #expect(page.contains("src=\"data:audio/ogg;base64,AQID\""))
    #expect(page.contains("contains the voices of both the agent and the customer: 1 clip"))
  }

  @Test("a call of three hours takes less than 2 MB")
  func size() {
    var record = CallRecord()
    let length = 3 * 3600
    for second in stride(from: 0, to: length, by: 2) {
      let party: Party = second % 4 == 0 ? .agent : .customer
      let start = SampleTime(seconds: Double(second) + 0.125)
      let interval = Interval(start: start, end: start + SampleTime(seconds: 2.35))
      record.add(Event(at: interval.end, kind: .speech(party, interval)))
      guard second % 30 == 0 else { continue }
      record.add(
        Event(
          at: interval.end,
          kind: .interruption(
            Interruption(id: second, party: party, start: start, confidence: 0.5, salience: 0.5))))
    }
    var summary = SampleCall.short.summary
    summary.metrics.duration = SampleTime(seconds: Double(length))
    let call = CallReport(
      session: SampleCall.short.session, summary: summary, record: record, version: "1")
    #expect(CallPage(call).bytes.count < 2_000_000)
  }
}
