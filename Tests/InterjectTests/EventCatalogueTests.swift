import Conversation
import Foundation
import Reporting
import Testing

@testable import Dashboard

/// Every kind of event has its place in the stream, its page, the reports and the dashboard, or is
/// left out of them on purpose.
@Suite struct EventCatalogueTests {
  private let span = Interval(start: SampleTime(seconds: 1), end: SampleTime(seconds: 3))
  private let flag = Interruption(
    id: 7, party: .agent, start: SampleTime(seconds: 1), confidence: 0.5, salience: 0.5)

  /// Kinds that plain lines say nothing of: a later event says it, or nobody who reads along asks.
  private let unsaid: Set<EventName> = [
    .speechStarted, .speechCancelled, .speech, .overlapStarted, .utterance, .settled, .metrics,
  ]
  /// Kinds that have no row of their own among the events of a report: what is live only, what
  /// another row says, and measures.
  private let unlisted: Set<EventName> = [
    .speechStarted, .speechCancelled, .overlapStarted, .interruptionResolved, .contest,
    .contestWithdrawn,
    .deadAirStarted, .monologueStarted, .device, .muteStarted, .mute, .nothingHeard, .callStarted,
    .callEnded, .lesson, .holdStarted, .hold, .mark, .settled, .metrics,
  ]
  /// Kinds that leave the dashboard as it is.
  private let unshown: Set<EventName> = [
    .turn, .resumption, .toneChange, .muteStarted, .mute, .settled,
  ]

  /// One of each kind; a new one is asked for by the compiler.
  private func sample(_ name: EventName) -> Event.Kind {
    switch name {
    case .speechStarted: .speechStarted(.agent, start: span.start)
    case .speechCancelled: .speechCancelled(.agent, start: span.start)
    case .speech: .speech(.agent, span)
    case .turn: .turn(.agent, span)
    case .transition:
      .transition(
        from: .agent, to: .customer, offset: SampleTime(seconds: 0.2), start: span.start)
    case .monologueStarted: .monologueStarted(.agent, start: span.start)
    case .monologue: .monologue(.agent, span)
    case .overlapStarted: .overlapStarted(by: .agent, start: span.start)
    case .overlap: .overlap(Overlap(by: .agent, interval: span, kind: .between))
    case .resumption:
      .resumption(
        Resumption(
          party: .agent, start: span.end, overStart: span.start, isContested: true))
    case .interruption: .interruption(flag)
    case .interruptionResolved:
      .interruptionResolved(
        InterruptionResolution(
          id: flag.id, outcome: .floorTaken, overlap: SampleTime(seconds: 1), salience: 0.5))
    case .retraction: .retraction(id: flag.id, .tooShort)
    case .backchannel: .backchannel(.agent, span)
    case .prematureAnswer: .prematureAnswer(.agent, start: span.start, confidence: 0.5)
    case .deadAirStarted: .deadAirStarted(start: span.start)
    case .deadAir: .deadAir(span, endedBy: .agent)
    case .unknown: .unknown(.agent, span, .overrun)
    case .device: .device(.agent, .lost, name: "hw:1")
    case .muteStarted: .muteStarted(.agent, start: span.start)
    case .mute: .mute(.agent, span)
    case .warning: .warning(.noisy, .agent)
    case .callStarted: .callStarted(start: span.start)
    case .callEnded: .callEnded(span, Metrics())
    case .holdStarted: .holdStarted(start: span.start)
    case .hold: .hold(span)
    case .mark: .mark
    case .toneChange:
      .toneChange(
        ToneChange(party: .agent, measure: .pitch, from: 180, to: 230, start: span.start))
    case .guidance: .guidance(Nudge(rule: .interrupted, start: span.start))
    case .contest: .contest(id: flag.id)
    case .contestWithdrawn: .contestWithdrawn(id: flag.id)
    case .nothingHeard: .nothingHeard(.customer, since: span.start)
    case .lesson:
      .lesson(GuidanceLine(rule: .talkedLong, count: 1, moments: [GuidanceMoment(span.start)]))
    case .utterance: .words(.utterance(.agent, span, words: 4, text: nil))
    case .question:
      .words(
        .question(.agent, span, isOpen: true, answer: SampleTime(seconds: 2), text: nil))
    case .playback:
      .words(.playback(.agent, span, heard: span, share: 0.5, text: nil, heardText: nil))
    case .phrase: .words(.phrase(.agent, span, .thanks, text: nil))
    case .cutInPause:
      .words(
        .cutInPause(.agent, start: span.start, gap: SampleTime(seconds: 0.3), after: nil))
    case .settled: .settled(through: span.start)
    case .metrics: .metrics(measures)
    }
  }

  private var measures: Metrics {
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 10)
    return metrics
  }

  /// What has to come first, for what ends something.
  private func before(_ name: EventName) -> [Event.Kind] {
    switch name {
    case .speechCancelled: [sample(.speechStarted)]
    case .interruptionResolved, .retraction, .contest: [sample(.interruption)]
    case .contestWithdrawn: [sample(.interruption), .contest(id: flag.id)]
    case .hold: [sample(.holdStarted)]
    default: []
    }
  }

  private func event(_ kind: Event.Kind) -> Event { Event(at: SampleTime(seconds: 4), kind: kind) }

  private func line(_ kind: Event.Kind) -> String {
    var lines = JSONLines()
    lines.append(event(kind))
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  private func page(_ name: String) throws -> String {
    try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/\(name).md"), encoding: .utf8)
  }

  @Test(arguments: EventName.allCases) func itsEntryHasItsName(_ name: EventName) {
    #expect(sample(name).entry.name == name)
  }

  @Test(arguments: EventName.allCases) func itsFieldsAreThoseOfItsRow(_ name: EventName) throws {
    let page = try page("event-stream")
    guard name != .metrics else {
      #expect(
        page.contains(
          "`metrics` comes at every 10 s of the stream, while there is a call: `event`, `at`"))
      return
    }
    let row = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("| `\(name.rawValue)` |") },
      "docs/event-stream.md has no row for \(name.rawValue)")
    let cells = row.split(separator: "|", omittingEmptySubsequences: true)
    let fields = cells[1].matches(of: /`([a-z_]+)`/).map { String($0.1) }
    // Fields of the outermost object, less the measures that a call's end is followed by.
    var written = line(sample(name)).matches(of: /"([a-z_]+)":/).map { String($0.1) }
    if name == .callEnded { written = Array(written.prefix(fields.count + 1)) }
    #expect(written == ["event"] + fields)
    #expect(line(sample(name)).hasPrefix("{\"event\":\"\(name.rawValue)\""))
  }

  @Test func plainLinesSayItOrLeaveItOutOnPurpose() {
    let silent = EventName.allCases.filter { name in
      var text = PlainEventText(.everything)
      for kind in before(name) { _ = text.lines(event(kind)) }
      return text.lines(event(sample(name))).isEmpty
    }
    #expect(Set(silent) == unsaid)
  }

  @Test func theTableListsItOrLeavesItOutOnPurpose() {
    let absent = EventName.allCases.filter { name in
      var record = CallRecord()
      for kind in before(name) + [sample(name)] { record.add(event(kind)) }
      let call = CallReport(
        session: Session(
          source: "a.wav", sampleRate: 8000,
          parties: PartyPair(agent: "left", customer: "right"), settings: ""),
        summary: Summary(metrics: measures, reliable: true), record: record, version: "")
      let rows = String(decoding: EventsCSV.rows(call), as: UTF8.self)
      return !rows.contains("a.wav,\(name.rawValue),")
    }
    #expect(Set(absent) == unlisted)
  }

  @Test func theTablesPageHasItsRow() throws {
    let section = try #require(page("formats").split(separator: "\n## events-csv\n").last)
    let rows = try #require(section.split(separator: "\n## ").first).split(separator: "\n")
      .filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `event`") }
    let named = rows.flatMap { row in
      row.split(separator: "|")[0].matches(of: /`([a-z_]+)`/).map { String($0.1) }
    }
    #expect(Set(named) == Set(EventName.allCases.filter { !unlisted.contains($0) }.map(\.rawValue)))
  }

  @Test func theDashboardShowsItOrLeavesItOutOnPurpose() {
    let indifferent = EventName.allCases.filter { name in
      var state = DashboardState(call: .running(since: .zero))
      state.now = SampleTime(seconds: 4)
      for kind in before(name) { state.add(event(kind)) }
      let former = state
      state.add(event(sample(name)))
      return state == former
    }
    #expect(Set(indifferent) == unshown)
  }
}
