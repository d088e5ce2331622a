import Conversation
import Foundation
import Testing

@testable import History

/// Flags that a person marks as wrong on the dashboard are read back like those of a page.
@Suite struct ContestLogTests {
  private func at(_ seconds: Double, _ kind: Event.Kind) -> Event {
    Event(at: SampleTime(seconds: seconds), kind: kind)
  }

  private func flag(_ id: Int, _ start: Double) -> Event.Kind {
    .interruption(
      Interruption(
        id: id, party: .agent, start: SampleTime(seconds: start), confidence: 0.9, salience: 0.5))
  }

  private var session: Session {
    var session = Session(
      source: "headset", sampleRate: 8000, parties: PartyPair(repeating: ""), settings: "")
    session.callID = "17"
    session.agentID = "Ada"
    return session
  }

  @Test func marksAreAnswersThatReviewReads() throws {
    var log = ContestLog(session, recording: "call.wav")
    log.add(at(5, flag(1, 4.5)))
    log.add(
      at(
        7,
        .interruptionResolved(
          InterruptionResolution(
            id: 1, outcome: .floorTaken, overlap: SampleTime(seconds: 1), salience: 0.5))))
    log.add(at(9, flag(2, 8.25)))
    #expect(log.isEmpty)
    log.add(at(10, .contest(id: 2)))
    log.add(at(11, .contest(id: 1)))
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      FileManager.default.createFile(atPath: path, contents: Data(log.bytes(saved: .distantPast))))
    let read = try ReviewAnswers(contentsOf: path)
    #expect(read.kind == .contest && read.reviewer == "Ada")
    #expect(read.answers.map(\.start) == [8.25, 4.5])
    #expect(read.answers.map(\.outcome) == [nil, "floor_taken"])
    #expect(read.answers.allSatisfy { $0.answer == .no && $0.stratum == .flag })
    #expect(read.answers.allSatisfy { $0.call == "17" && $0.source == "call.wav" })
    #expect(ReviewText([read]).lines.contains { $0.contains("2") })
  }

  @Test func theFileHasTheFieldsOfThoseThatPagesSave() throws {
    var log = ContestLog(session)
    log.add(at(5, flag(1, 4.5)))
    log.add(at(6, .contest(id: 1)))
    let bytes = log.bytes(saved: Date(timeIntervalSince1970: 1_000_000_000.25))
    let file = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(
      Set(file.keys)
        == ["interject", "schema", "kind", "version", "reviewer", "saved", "answers"])
    #expect(file["version"] as? String == interjectVersion)
    #expect(file["reviewer"] as? String == "Ada")
    #expect(file["saved"] as? String == "2001-09-09T01:46:40.250Z")
    let answers = try #require(file["answers"] as? [[String: Any]])
    #expect(
      Set(try #require(answers.first).keys)
        == [
          "call", "source", "agent", "settings", "party", "start", "id", "outcome", "stratum",
          "answer", "why",
        ])
  }

  @Test func aFileOfBeforeTheseFieldsIsStillRead() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let old = """
      {"interject":"answers","schema":1,"kind":"contest","answers":[{"call":"1","source":"a.wav",\
      "party":"agent","start":4.5,"id":1,"stratum":"flag","answer":"no"}]}
      """
    #expect(FileManager.default.createFile(atPath: path, contents: Data(old.utf8)))
    let read = try ReviewAnswers(contentsOf: path)
    #expect(read.version == nil && read.saved == nil && read.answers.count == 1)
  }

  @Test func aMarkThatIsTakenBackIsNoAnswer() {
    var log = ContestLog(session)
    log.add(at(5, flag(1, 4.5)))
    log.add(at(6, .contest(id: 1)))
    log.add(at(7, .contestWithdrawn(id: 1)))
    log.add(at(7, .contestWithdrawn(id: 1)))
    #expect(log.isEmpty)
    log.add(at(8, .contest(id: 1)))
    #expect(!log.isEmpty)
  }

  @Test func whatComesOfAMarkedFlagIsKnownWhenItIsMarkedAgain() throws {
    var log = ContestLog(session)
    log.add(at(5, flag(1, 4.5)))
    log.add(at(6, .contest(id: 1)))
    log.add(
      at(
        7,
        .interruptionResolved(
          InterruptionResolution(
            id: 1, outcome: .floorTaken, overlap: SampleTime(seconds: 1), salience: 0.5))))
    log.add(at(8, .contestWithdrawn(id: 1)))
    log.add(at(9, .contest(id: 1)))
    #expect(String(decoding: log.bytes(saved: .distantPast), as: UTF8.self).contains("floor_taken"))
  }

  @Test func aMarkedFlagThatIsTakenBackIsNoFlagAnyMore() {
    var log = ContestLog(session)
    log.add(at(5, flag(1, 4.5)))
    log.add(at(6, .contest(id: 1)))
    log.add(at(7, .retraction(id: 1, .terminal)))
    log.add(at(8, .contestWithdrawn(id: 1)))
    #expect(!log.isEmpty)
  }

  @Test func aFlagThatWasTakenBackOrOfACallBeforeCannotBeMarked() {
    var log = ContestLog(session)
    log.add(at(5, flag(1, 4.5)))
    log.add(at(6, .retraction(id: 1, .terminal)))
    log.add(at(7, flag(2, 6.5)))
    let call = Interval(start: .zero, end: SampleTime(seconds: 20))
    log.add(at(30, .callEnded(call, Metrics())))
    log.add(at(31, .contest(id: 1)))
    log.add(at(31, .contest(id: 2)))
    #expect(log.isEmpty)
  }
}
