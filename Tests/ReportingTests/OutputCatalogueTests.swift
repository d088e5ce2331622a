import Conversation
import Foundation
import SampleCalls
import Testing

@testable import Reporting

/// The catalogue of fields names what is written, and nothing else.
@Suite struct OutputCatalogueTests {
  private static let definitions: [String: [OutputField]] = [
    "session": OutputCatalogue.session, "summary": OutputCatalogue.summary,
    "party_measures": OutputCatalogue.party, "voice": OutputCatalogue.voice,
    "wording": OutputCatalogue.wording, "party_wording": OutputCatalogue.partyWording,
    "report": OutputCatalogue.report,
  ]

  /// Fields that are written and not listed, listed as always there and missing, or not `null` though
  /// they may not be it.
  private func differences(
    _ object: [String: Any], _ fields: [OutputField], at place: String
  ) -> [String] {
    let listed = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) })
    var found = object.keys.filter { listed[$0] == nil }.map { "\(place).\($0) is not listed" }
    for field in fields {
      let place = "\(place).\(field.name)"
      guard let value = object[field.name] else {
        if field.isRequired { found.append("\(place) is missing") }
        continue
      }
      if value is NSNull {
        if !field.mayBeNull { found.append("\(place) is null") }
        continue
      }
      found += differences(of: value, field.shape, at: place)
    }
    return found.sorted()
  }

  private func differences(
    of value: Any, _ shape: OutputField.Shape, at place: String
  ) -> [String] {
    switch shape {
    case .object(let fields):
      return differences(value as? [String: Any] ?? [:], fields, at: place)
    case .reference(let name):
      guard let fields = Self.definitions[name] else {
        return ["agent", "customer"].contains(value as? String) ? [] : ["\(place) is no party"]
      }
      return differences(value as? [String: Any] ?? [:], fields, at: place)
    case .list(let element):
      return (value as? [Any] ?? []).flatMap { differences(of: $0, element, at: place) }
    case .text: return value is String ? [] : ["\(place) is no text"]
    case .word(let words):
      return words.contains(value as? String ?? "") ? [] : ["\(place) is none of its words"]
    case .flag, .count, .number: return value is NSNumber ? [] : ["\(place) is no number"]
    case .labels: return value is [String: String] ? [] : ["\(place) is no labels"]
    }
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func whatIsWrittenIsWhatIsListed() throws {
    let call = SampleCall.short
    var lines = JSONLines()
    let interval = Interval(start: .zero, end: .frame)
    let others: [Event.Kind] = [
      .device(nil, .lost, name: "a"), .device(.agent, .changed, name: "a"),
      .muteStarted(.agent, start: .zero), .mute(.agent, interval), .callStarted(start: .zero),
      .callEnded(interval, Metrics()), .holdStarted(start: .zero), .hold(interval), .mark,
      .deadAir(interval, endedBy: nil), .warning(.bleed, nil), .warning(.noisy, .agent),
      .unknown(.agent, interval, .stall), .monologueStarted(.agent, start: .zero),
      .speechStarted(.agent, start: .zero), .speechCancelled(.agent, start: .zero),
      .monologue(.agent, interval), .metrics(Metrics()), .contest(id: 1), .contestWithdrawn(id: 1),
      .settled(through: .frame),
      .nothingHeard(.customer, since: .zero), .guidance(Nudge(rule: .interrupted, start: .zero)),
      .lesson(GuidanceLine(rule: .talkedLong, count: 1, moments: [GuidanceMoment(.zero)])),
      .resumption(
        Resumption(party: .agent, start: .frame, overStart: .zero, isContested: true)),
      .words(.utterance(.agent, interval, words: 1, text: "a")),
      .words(.question(.agent, interval, isOpen: true, answer: nil, text: nil)),
      .words(
        .playback(.agent, interval, heard: interval, share: 1, text: nil, heardText: nil)),
      .words(.phrase(.agent, interval, .thanks, text: nil)),
      .words(.cutInPause(.agent, start: .zero, gap: .frame, after: nil)),
      .toneChange(ToneChange(party: .agent, measure: .rate, from: 1, to: 2, start: .zero)),
    ]
    var told: Set<EventName> = []
    for event in call.events + others.map({ Event(at: .frame, kind: $0) }) {
      lines.removeAll()
      lines.append(event)
      let written = try object(lines.bytes)
      let fields = try #require(
        OutputCatalogue.events.first { $0.name == event.kind.entry.name.rawValue }
      ).fields
      let all = [OutputField("event", .text, ""), .time("at", "")] + fields
      #expect(differences(written, all, at: event.kind.entry.name.rawValue) == [])
      told.insert(event.kind.entry.name)
    }
    #expect(Set(EventName.allCases).subtracting(told) == [], "no example is looked at")
    let report = CallReport(SampleCall.short)
    let answer = try object(WorkerAnswer.bytes(id: "1", path: nil, report))
    #expect(differences(answer, OutputCatalogue.answer, at: "answer") == [])
    let failure = try object(WorkerAnswer.bytes(id: nil, path: "a", code: 65, reason: "b"))
    #expect(differences(failure, OutputCatalogue.answer, at: "answer") == [])
  }

  @Test func aReportHoldsWhatIsListed() throws {
    var call = SampleCall.short
    let report = CallReport(call)
    let written = try object(JSONReport.bytes(report))
    #expect(differences(written, OutputCatalogue.report, at: "report") == [])
    var wording = CallWording(source: "webvtt")
    for hasActs in [true, false] {
      wording.hasActs = hasActs
      call.summary.wording = wording
      let written = try object(JSONReport.bytes(CallReport(call)))
      #expect(differences(written, OutputCatalogue.report, at: "words, acts \(hasActs)") == [])
    }
    wording.refusal = TranscriptError(.notAligned, "another call", remedy: "name its own")
    call.summary.wording = wording
    #expect(
      differences(
        try object(JSONReport.bytes(CallReport(call))), OutputCatalogue.report, at: "refused")
        == [])
  }

  @Test func theSchemasAreJSON() throws {
    for schema in OutputSchema.allCases {
      let object = try object(schema.bytes(version: "1"))
      #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  @Test func everyFieldIsOnThePageOfTheEventStream() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/event-stream.md"), encoding: .utf8)
    let fields =
      OutputCatalogue.session + OutputCatalogue.summary + OutputCatalogue.party
      + OutputCatalogue.voice + OutputCatalogue.events.flatMap(\.fields)
    let missing = Set(fields.map(\.name)).filter { !page.contains("`\($0)`") }
    #expect(missing.isEmpty)
  }

  @Test func theDictionaryFitsAndHasEveryField() {
    let lines = DataDictionary.lines(width: 80)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for field in OutputCatalogue.summary + OutputCatalogue.party {
      #expect(lines.contains { $0.hasPrefix("  \(field.name) ") }, "\(field.name)")
    }
  }
}
