import Foundation
import Practice
import SoundFixtures
import Testing

/// What is kept of practices.
@Suite struct PracticeHistoryTests {
  private func result(_ date: Date, cuts: Set<Int> = []) -> PracticeResult {
    var trainee = ScriptedTrainee()
    trainee.cuts = cuts
    return PracticeResult(
      PlannedPractice(.inParts(1), trainee: trainee).debrief(), started: date)
  }

  @Test func whatIsKeptIsReadAgainInItsOrder() throws {
    let folder = try TemporaryFolder()
    let history = PracticeHistory(folder: folder.path("practice"))
    #expect(try history.results() == [])
    let days = [3.0, 1, 2, 2].map { Date(timeIntervalSince1970: 86_400 * $0) }
    for day in days { try history.save(result(day), started: day) }
    _ = try folder.write(Array("no practice".utf8), as: "practice/19700101T000000Z.json")
    #expect(
      try history.results().map { $0.started.prefix(10) } == [
        "1970-01-02", "1970-01-03", "1970-01-03", "1970-01-04",
      ])
    #expect(try history.results().first == result(days[1]))
    #expect(try history.prune(before: days[2]) == 2)
    #expect(try history.results().count == 3)
  }

  @Test func onlyTheUserCanReadIt() throws {
    let folder = try TemporaryFolder()
    let history = PracticeHistory(folder: folder.path("practice"))
    let path = try history.save(result(.now), started: .now)
    for (place, mode) in [(history.folder, 0o700), (path, 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions]
      #expect(found as? Int == mode)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: history.folder).count == 1)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([], as: "file")
    let history = PracticeHistory(folder: folder.path("file/practice"))
    let error = #expect(throws: PracticeHistory.Failure.self) {
      try history.save(result(.now), started: .now)
    }
    #expect(error?.description.contains("cannot be written") == true)
  }

  @Test func itIsApartFromRealCalls() throws {
    let history = try PracticeHistory.personal(environment: ["XDG_DATA_HOME": "/data"])
    #expect(history.folder == "/data/interject/practice")
    #expect(throws: PracticeHistory.Failure.self) {
      try PracticeHistory.personal(environment: [:])
    }
  }

  @Test func progressHasALineForEachAndComparesTheLast() {
    #expect(ProgressText([]).lines == ["No practices are saved."])
    #expect(ProgressText([], saving: "s").lines == ["No practices are saved. s saves one."])
    let dates = (0..<10).map { Date(timeIntervalSince1970: 86_400 * Double($0)) }
    let results = dates.enumerated().map { result($1, cuts: $0 < 5 ? [1] : []) }
    let lines = ProgressText(results).lines
    #expect(lines.count == 1 + 10 + 3)
    #expect(lines[1].hasPrefix("1970-01-01  parts  medium          75     100          0      –"))
    #expect(lines[12].hasPrefix("before") && lines[12].contains(" 75 "))
    #expect(lines[13].hasPrefix("last 5") && lines[13].contains(" 100 "))
    #expect(ProgressText(Array(results.prefix(9))).lines.count == 10)
  }
}
