import Conversation
import Foundation
import Interject
import Testing

@Suite final class CallHistoryTests {
  private let root = FileManager.default.temporaryDirectory
    .appending(path: "interject-history-\(UUID().uuidString)").path
  private let history: CallHistory

  init() {
    history = CallHistory(folder: "\(root)/interject/calls")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  private var summary: Summary {
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 300)
    metrics.parties.agent.talk = SampleTime(seconds: 120)
    metrics.parties.customer.talk = SampleTime(seconds: 150)
    metrics.parties.agent.interruptions.floorTaken = 3
    metrics.parties.agent.responses = ResponseTimes(count: 9, median: SampleTime(seconds: -0.25))
    metrics.deadAir.total = SampleTime(seconds: 12)
    return Summary(metrics: metrics, reliable: true, notes: ["hw:Headset lost 2 s"])
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aSavedCallIsReadBack() throws {
    let started = try date("2026-03-02T09:15:30Z")
    let path = try history.save(summary, started: started, settings: "a1b2c3d4")
    let data = try #require(FileManager.default.contents(atPath: path))
    #expect(
      try SavedCall(json: data, name: path)
        == SavedCall(
          started: started, isReliable: true, duration: SampleTime(seconds: 300),
          talk: PartyPair(agent: SampleTime(seconds: 120), customer: SampleTime(seconds: 150)),
          interruptions: PartyPair(agent: 3, customer: 0),
          responses: ResponseTimes(count: 9, median: SampleTime(seconds: -0.25)),
          deadAir: SampleTime(seconds: 12)))
  }

  @Test func onlyTheUserCanReadWhatIsKept() throws {
    let path = try history.save(summary, started: Date(), settings: "")
    #expect(try permissions(path) == 0o600)
    #expect(try permissions(history.folder) == 0o700)
  }

  @Test func namesAndNotesAreNotKept() throws {
    let path = try history.save(summary, started: Date(), settings: "")
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(!text.contains("Headset") && !text.contains("notes") && !text.contains("source"))
  }

  @Test func callsOfTheSameSecondAreBothKept() throws {
    let started = try date("2026-03-02T09:15:30Z")
    for _ in 0..<3 { try history.save(summary, started: started, settings: "") }
    #expect(
      try history.files().map { URL(filePath: $0).lastPathComponent }
        == ["20260302T091530Z-2.json", "20260302T091530Z-3.json", "20260302T091530Z.json"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: history.folder).count == 3)
  }

  @Test func oldCallsArePrunedAndNothingElse() throws {
    for day in ["01", "02", "03"] {
      try history.save(summary, started: date("2026-03-\(day)T09:00:00Z"), settings: "")
    }
    let other = "\(history.folder)/20260101.json"
    _ = FileManager.default.createFile(atPath: other, contents: Data("mine".utf8))
    #expect(try history.prune(before: date("2026-03-02T12:00:00Z")) == 2)
    #expect(try history.files().count == 1)
    #expect(FileManager.default.fileExists(atPath: other))
  }

  @Test func withoutAFolderThereAreNoCalls() throws {
    #expect(try history.files().isEmpty)
    #expect(try history.prune(before: Date()) == 0)
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidSo() {
    let history = CallHistory(folder: "/proc/interject")
    #expect(throws: HistoryError.self) {
      try history.save(summary, started: Date(), settings: "")
    }
  }

  @Test func thePlaceFollowsTheSpecificationOfBaseDirectories() throws {
    func folder(_ environment: [String: String]) throws -> String {
      try CallHistory.personal(environment: environment).folder
    }
    #expect(try folder(["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/interject/calls")
    #expect(try folder(["XDG_DATA_HOME": "d", "HOME": "/h"]) == "/h/.local/share/interject/calls")
    #expect(throws: HistoryError(.noHome, at: "")) { try folder([:]) }
  }

  /// A result with a count of the agent's interruptions and one of its replies.
  private func result(interruptions: Int, replies: Int) -> Data {
    Data(
      """
      {"session":{},"summary":{"reliable":true,"duration":60,"dead_air":{"total":0},
      "agent":{"talk":1,"interruptions":{"floor_taken":\(interruptions)},"responses":{"count":\(replies)}},
      "customer":{"talk":1,"responses":{"count":0}}}}
      """.utf8)
  }

  @Test func countsWhoseSumWouldOverflowAreNoResults() throws {
    let possible = try SavedCall(json: result(interruptions: 3, replies: 1_000_000_000), name: "x")
    #expect(possible.interruptions.agent == 3)
    for (interruptions, replies) in [(Int.max, 0), (-1, 0), (0, Int.max), (0, Int.min)] {
      #expect(throws: HistoryError(.notResult, at: "x")) {
        try SavedCall(json: result(interruptions: interruptions, replies: replies), name: "x")
      }
    }
  }

  @Test(
    arguments: [
      ("\"schema\":2", HistoryError.Code.unknownSchema),
      ("\"started\":\"2026-02-30T10:00:00Z\"", .impossibleDate),
      ("\"started\":\"2026-13-01T10:00:00Z\"", .impossibleDate),
      ("\"started\":\"1970-01-01T00:00:00Z\"", .impossibleDate),
      ("\"started\":\"9999-01-01T00:00:00Z\"", .impossibleDate),
      ("\"started\":\"yesterday\"", .impossibleDate),
    ])
  func whatNoVersionWroteIsRefused(_ field: String, _ code: HistoryError.Code) throws {
    for isReliable in [true, false] {
      let text = String(decoding: result(interruptions: 3, replies: 1), as: UTF8.self)
        .replacingOccurrences(of: "\"session\":{}", with: "\"session\":{\(field)}")
        .replacingOccurrences(of: "\"duration\":60,", with: isReliable ? "\"duration\":60," : "")
        .replacingOccurrences(of: "\"reliable\":true", with: "\"reliable\":\(isReliable)")
      let error = #expect(throws: HistoryError.self) {
        try SavedCall(json: Data(text.utf8), name: "x")
      }
      #expect(error?.code == code)
    }
  }

  @Test func datesInEveryZoneAreDates() throws {
    for date in ["2026-03-01T00:30:00+02:00", "2026-12-31T23:59:59-11:00", "2024-02-29T12:00:00Z"] {
      let text = String(decoding: result(interruptions: 3, replies: 1), as: UTF8.self)
        .replacingOccurrences(
          of: "\"session\":{}", with: "\"session\":{\"schema\":1,\"started\":\"\(date)\"}")
      #expect(try SavedCall(json: Data(text.utf8), name: "x").started != nil)
    }
  }

  @Test func otherFilesAreNoResults() {
    let endless = """
      {"session":{},"summary":{"reliable":true,"duration":1e300,"dead_air":{"total":0},
      "agent":{"talk":1,"responses":{"count":0}},"customer":{"talk":1,"responses":{"count":0}}}}
      """
    for text in ["", "[]", "{\"session\":{}}", "RIFF", endless] {
      #expect(throws: HistoryError(.notResult, at: "x")) {
        try SavedCall(json: Data(text.utf8), name: "x")
      }
    }
  }
}
